#include "canteen/admin/imports.h"

#include <algorithm>
#include <array>

#include "canteen/chinese/encoding.h"
#include "canteen/files/schemes/scheme_cases.h"
#include "canteen/files/schemes/scheme_import.h"
#include "canteen/files/tables/balances_csv.h"
#include "canteen/files/tables/calendar_csv.h"
#include "canteen/files/tables/members_csv.h"
#include "canteen/files/tables/menu_csv.h"
#include "canteen/files/tables/uses_csv.h"

namespace canteen {
namespace {

struct ImportWord {
    ImportKind kind;
    std::string_view word;
};
constexpr auto import_words = std::to_array<ImportWord>({{ImportKind::menu, "menu"},
                                                         {ImportKind::members, "members"},
                                                         {ImportKind::calendar, "calendar"},
                                                         {ImportKind::scheme, "scheme"},
                                                         {ImportKind::balances, "balances"},
                                                         {ImportKind::uses, "uses"}});

template <class T>
Result<ImportedFile> refused(const Result<T>& read) {
    return {read.mistakes(), read.remarks()};
}

Result<ImportedFile> read_menus(std::string_view text) {
    auto menus = read_menu_csv(text);
    if (!menus) return refused(menus);
    auto file = std::move(menus).value();
    return ImportedFile{std::move(file.import), {}, std::move(file.dates)};
}

Result<ImportedFile> read_members(std::string_view text, Timestamp now, Random& random) {
    auto members = read_members_csv(text);
    if (!members) return refused(members);
    auto remarks = members.remarks();
    auto file = std::move(members).value();
    for (auto& member : file.import.members) member.id = new_id<MemberId>(now, random);
    return {ImportedFile{std::move(file.import), std::move(file.places)}, std::move(remarks)};
}

Result<ImportedFile> read_calendar(std::string_view text) {
    auto calendar = read_calendar_csv(text);
    if (!calendar) return refused(calendar);
    return ImportedFile{ImportCalendar{*calendar}};
}

Result<ImportedFile> read_scheme(std::string_view text) {
    auto file = read_new_scheme_file(text);
    if (!file) return file.error();
    for (const auto& result : run_cases(*file))
        if (!result.passed()) return FileError{0, 0, "cases." + result.id, "does not hold: " + result.difference};
    return ImportedFile{ImportScheme{file->scheme, {}}};
}

Result<ImportedFile> read_balances(std::string_view text) {
    auto balances = read_balances_csv(text);
    if (!balances) return refused(balances);
    return ImportedFile{ImportBalances{*balances}};
}

Result<ImportedFile> read_uses(std::string_view text) {
    auto uses = read_uses_csv(text);
    if (!uses) return refused(uses);
    return ImportedFile{ImportUses{*uses}};
}

Result<ImportedFile> read_text(ImportKind kind, std::string_view utf8, Timestamp now, Random& random) {
    if (kind == ImportKind::menu) return read_menus(utf8);
    if (kind == ImportKind::members) return read_members(utf8, now, random);
    if (kind == ImportKind::balances) return read_balances(utf8);
    if (kind == ImportKind::uses) return read_uses(utf8);
    return read_calendar(utf8);
}

Result<ImportedFile> with_remark(Result<ImportedFile> file, FileError remark) {
    auto remarks = file.remarks();
    remarks.add(std::move(remark));
    if (!file) return {file.mistakes(), std::move(remarks)};
    return {std::move(file).value(), std::move(remarks)};
}

// Reads tables in whatever encoding an office's program wrote; a scheme is JSON and so UTF-8.
Result<ImportedFile> read_table(ImportKind kind, std::string_view bytes, Timestamp now, Random& random) {
    auto text = utf8_text(bytes);
    if (const auto* bad = std::get_if<BadText>(&text)) return FileError{bad->line, bad->column, "", bad->message};
    const auto& [utf8, doubt] = std::get<Utf8Text>(text);
    auto file = read_text(kind, utf8, now, random);
    return doubt ? with_remark(std::move(file), {doubt->line, doubt->column, "", doubt->message}) : file;
}

}  // namespace

std::optional<ImportKind> import_kind(std::string_view word) {
    const auto found = std::ranges::find(import_words, word, &ImportWord::word);
    return found == import_words.end() ? std::nullopt : std::optional(found->kind);
}

std::string_view word_of(ImportKind kind) {
    const auto found = std::ranges::find(import_words, kind, &ImportWord::kind);
    return found == import_words.end() ? "unknown" : found->word;
}

Result<ImportedFile> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random) {
    if (kind == ImportKind::scheme) return read_scheme(text);
    return read_table(kind, text, now, random);
}

}  // namespace canteen
