#include "canteen/imports.h"

#include "canteen/chinese/encoding.h"
#include "canteen/files/balances_csv.h"
#include "canteen/files/calendar_csv.h"
#include "canteen/files/members_csv.h"
#include "canteen/files/menu_csv.h"
#include "canteen/files/scheme_cases.h"
#include "canteen/files/scheme_import.h"
#include "canteen/files/uses_csv.h"

namespace canteen {
namespace {

Result<CommandBody> read_menus(std::string_view text) {
    auto menus = read_menu_csv(text);
    if (!menus) return menus.error();
    return CommandBody{ImportMenus{*menus}};
}

Result<CommandBody> read_members(std::string_view text, Timestamp now, Random& random) {
    auto members = read_members_csv(text);
    if (!members) return members.error();
    ImportMembers command = std::move(members).value();
    for (auto& member : command.members) member.id = new_id<MemberId>(now, random);
    return CommandBody{std::move(command)};
}

Result<CommandBody> read_calendar(std::string_view text) {
    auto calendar = read_calendar_csv(text);
    if (!calendar) return calendar.error();
    return CommandBody{ImportCalendar{*calendar}};
}

Result<CommandBody> read_scheme(std::string_view text) {
    auto file = read_new_scheme_file(text);
    if (!file) return file.error();
    for (const auto& result : run_cases(*file))
        if (!result.passed()) return FileError{0, 0, "cases." + result.id, "does not hold: " + result.difference};
    return CommandBody{ImportScheme{file->scheme, {}}};
}

Result<CommandBody> read_balances(std::string_view text) {
    auto balances = read_balances_csv(text);
    if (!balances) return balances.error();
    return CommandBody{ImportBalances{*balances}};
}

Result<CommandBody> read_uses(std::string_view text) {
    auto uses = read_uses_csv(text);
    if (!uses) return uses.error();
    return CommandBody{ImportUses{*uses}};
}

// A scheme is JSON and so UTF-8; tables come from whatever program an office has.
Result<CommandBody> read_table(ImportKind kind, std::string_view bytes, Timestamp now, Random& random) {
    auto text = utf8_text(bytes);
    if (const auto* bad = std::get_if<BadText>(&text)) return FileError{bad->line, bad->column, "", bad->message};
    const auto& utf8 = std::get<std::string>(text);
    if (kind == ImportKind::menu) return read_menus(utf8);
    if (kind == ImportKind::members) return read_members(utf8, now, random);
    if (kind == ImportKind::balances) return read_balances(utf8);
    if (kind == ImportKind::uses) return read_uses(utf8);
    return read_calendar(utf8);
}

}  // namespace

std::optional<ImportKind> import_kind(std::string_view word) {
    if (word == "menu") return ImportKind::menu;
    if (word == "members") return ImportKind::members;
    if (word == "calendar") return ImportKind::calendar;
    if (word == "scheme") return ImportKind::scheme;
    if (word == "balances") return ImportKind::balances;
    if (word == "uses") return ImportKind::uses;
    return std::nullopt;
}

Result<CommandBody> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random) {
    if (kind == ImportKind::scheme) return read_scheme(text);
    return read_table(kind, text, now, random);
}

}  // namespace canteen
