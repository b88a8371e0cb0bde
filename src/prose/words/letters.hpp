// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace cambist_prose {

/// The kinds of characters. An ideograph is any character of a script whose words are not parted by blanks.
enum class letter : std::uint8_t { space, paragraph, digit, fraction, word, mark, ideograph, symbol, control };

/// Characters of one kind, up to the next such entry.
struct letters_from {
    char32_t first;
    letter kind;
};
inline constexpr letters_from letter_kinds[] = {
    {0x0, letter::control},      {0x9, letter::space},     {0xe, letter::control},       {0x20, letter::space},
    {0x21, letter::symbol},      {0x30, letter::digit},    {0x3a, letter::symbol},       {0x41, letter::word},
    {0x5b, letter::symbol},      {0x61, letter::word},     {0x7b, letter::symbol},       {0x7f, letter::control},
    {0x85, letter::space},       {0x86, letter::control},  {0xa0, letter::space},        {0xa1, letter::symbol},
    {0xaa, letter::word},        {0xab, letter::symbol},   {0xad, letter::mark},         {0xae, letter::symbol},
    {0xb5, letter::word},        {0xb6, letter::symbol},   {0xba, letter::word},         {0xbb, letter::symbol},
    {0xbc, letter::fraction},    {0xbf, letter::symbol},   {0xc0, letter::word},         {0xd7, letter::symbol},
    {0xd8, letter::word},        {0xf7, letter::symbol},   {0xf8, letter::word},         {0x300, letter::mark},
    {0x370, letter::word},       {0x2000, letter::space},  {0x200b, letter::mark},       {0x200e, letter::control},
    {0x2010, letter::symbol},    {0x2028, letter::space},  {0x2029, letter::paragraph},  {0x202a, letter::control},
    {0x202f, letter::space},     {0x2030, letter::symbol}, {0x205f, letter::space},      {0x2060, letter::mark},
    {0x2061, letter::control},   {0x2070, letter::word},   {0x20a0, letter::symbol},     {0x20d0, letter::word},
    {0x2150, letter::fraction},  {0x215f, letter::word},   {0x2189, letter::fraction},   {0x218a, letter::word},
    {0x2190, letter::symbol},    {0x2c00, letter::word},   {0x3000, letter::space},      {0x3001, letter::symbol},
    {0x3005, letter::ideograph}, {0x3008, letter::symbol}, {0x3040, letter::ideograph},  {0x3100, letter::word},
    {0x3400, letter::ideograph}, {0xa000, letter::word},   {0xe000, letter::ideograph},  {0xfb00, letter::word},
    {0xfeff, letter::mark},      {0xff00, letter::word},   {0xff01, letter::symbol},     {0xff10, letter::digit},
    {0xff1a, letter::symbol},    {0xff21, letter::word},   {0xff3b, letter::symbol},     {0xff41, letter::word},
    {0xff5b, letter::symbol},    {0xff5f, letter::word},   {0xff66, letter::ideograph},  {0xffa0, letter::word},
    {0xffe0, letter::symbol},    {0xffe7, letter::word},   {0xfff0, letter::control},    {0x10000, letter::word},
    {0x1f000, letter::symbol},   {0x1fb00, letter::word},  {0x20000, letter::ideograph}, {0x40000, letter::word},
    {0xe0000, letter::control},  {0xe1000, letter::word},
};

constexpr letter kind_of(char32_t code) noexcept {
    if (code >= 0xc0 && code < 0x300)
        return code == 0xd7 || code == 0xf7 ? letter::symbol : letter::word; // most accents
    const auto* const next = std::upper_bound(std::begin(letter_kinds), std::end(letter_kinds), code,
                                              [](char32_t c, const letters_from& l) { return c < l.first; });
    return std::prev(next)->kind;
}

} // namespace cambist_prose
