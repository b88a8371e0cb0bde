// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

/// A file that is gone when the test is.
class file_of {
public:
    explicit file_of(const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() / ("cambist-" + std::to_string(std::random_device()()))) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~file_of() { std::filesystem::remove(path_); }
    file_of(const file_of&) = delete;
    file_of& operator=(const file_of&) = delete;

    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};
