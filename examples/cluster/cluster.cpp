// SPDX-License-Identifier: MIT
// One tally of files that lie on many machines: each process tallies its own, and MPI combines what they have, in
// whatever tree it likes. The bytes are those of one process.
//
//     mpirun -n 4 cluster STATE FILE.csv...        rows of date,currency,amount; the sum's state goes to STATE
#include <cambist/text.hpp>
#include <cambist/bulk.hpp>

#include <mpi.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using cambist::tally;

// MPI combines elements of one size, so a state travels in a box of it: its length, and its bytes.
using box = std::vector<char>;

void put(std::string_view state, char* into) {
    const std::uint64_t size = state.size();
    std::memcpy(into, &size, sizeof size);
    std::memcpy(into + sizeof size, state.data(), state.size());
}

std::string_view state_in(const char* from) {
    std::uint64_t size = 0;
    std::memcpy(&size, from, sizeof size);
    return {from + sizeof size, size};
}

// Associative and commutative, and with the empty tally as its identity: what MPI asks of an operation.
void merge_boxes(void* from, void* into, int* count, MPI_Datatype* type) {
    try {
        int size = 0;
        MPI_Type_size(*type, &size);
        for (int i = 0; i < *count; ++i) {
            char* const target = static_cast<char*>(into) + std::ptrdiff_t{i} * size;
            tally sum = tally::from_state(state_in(target));
            sum.merge(tally::from_state(state_in(static_cast<const char*>(from) + std::ptrdiff_t{i} * size)));
            put(sum.state(), target);
        }
    } catch (const std::exception& e) {
        std::fprintf(stderr, "cluster: %s\n", e.what());
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
}

void add_file(tally& into, const std::string& path) {
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line) || line != "date,currency,amount")
        throw std::runtime_error(path + ": cannot be read, or has another header than date,currency,amount");
    while (std::getline(in, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        if (second == std::string::npos) throw std::runtime_error(path + ": a row without three fields: " + line);
        into.add(cambist::parse_money(line.substr(second + 1) + " " + line.substr(first + 1, second - first - 1)),
                 cambist::parse_day(line.substr(0, first)));
    }
}

// The sum of all processes' tallies, on the first of them.
tally reduce(const tally& own) {
    const std::string state = own.state();
    // What is merged never takes more bytes than its parts.
    std::uint64_t most = state.size() + sizeof(std::uint64_t);
    MPI_Allreduce(MPI_IN_PLACE, &most, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
    if (most > INT32_MAX) throw std::runtime_error("states of more than 2 GiB; reduce them in groups");
    box sent(most);
    box received(most);
    put(state, sent.data());

    MPI_Datatype type = MPI_DATATYPE_NULL;
    MPI_Type_contiguous(static_cast<int>(most), MPI_BYTE, &type);
    MPI_Type_commit(&type);
    MPI_Op merge = MPI_OP_NULL;
    MPI_Op_create(merge_boxes, 1, &merge);
    MPI_Reduce(sent.data(), received.data(), 1, type, merge, 0, MPI_COMM_WORLD);
    MPI_Op_free(&merge);
    MPI_Type_free(&type);
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank == 0 ? tally::from_state(state_in(received.data())) : tally();
}

} // namespace

int main(int argc, char** argv) {
    MPI_Init(&argc, &argv);
    int rank = 0;
    int ranks = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    try {
        if (argc < 3) throw std::runtime_error("needs a name for the state, and files to tally");
        tally own;
        for (int file = 2 + rank; file < argc; file += ranks) add_file(own, argv[file]);
        const tally sum = reduce(own);
        if (rank == 0) {
            for (const cambist::tally_total& each : sum.totals())
                std::printf("%s: %llu rows\n", to_string(each.amount).c_str(),
                            static_cast<unsigned long long>(each.rows));
            std::ofstream out(argv[1], std::ios::binary);
            if (!(out << sum.state()).flush()) throw std::runtime_error(std::string(argv[1]) + ": cannot be written");
        }
    } catch (const std::exception& e) {
        std::fprintf(stderr, "cluster: %s\n", e.what());
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
    MPI_Finalize();
    return 0;
}
