#include "canteen/imports.h"

#include "canteen/files/calendar_csv.h"
#include "canteen/files/members_csv.h"
#include "canteen/files/menu_csv.h"
#include "canteen/files/scheme_cases.h"

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
    ImportMembers command{*members};
    for (auto& member : command.members) member.id = new_id<MemberId>(now, random);
    return CommandBody{std::move(command)};
}

Result<CommandBody> read_calendar(std::string_view text) {
    auto calendar = read_calendar_csv(text);
    if (!calendar) return calendar.error();
    return CommandBody{ImportCalendar{*calendar}};
}

Result<CommandBody> read_scheme(std::string_view text) {
    auto file = read_scheme_file(text);
    if (!file) return file.error();
    for (const auto& result : run_cases(*file))
        if (!result.passed()) return FileError{0, 0, "cases." + result.id, "does not hold: " + result.difference};
    return CommandBody{ImportScheme{file->scheme, 0}};
}

}  // namespace

std::optional<ImportKind> import_kind(std::string_view word) {
    if (word == "menu") return ImportKind::menu;
    if (word == "members") return ImportKind::members;
    if (word == "calendar") return ImportKind::calendar;
    if (word == "scheme") return ImportKind::scheme;
    return std::nullopt;
}

Result<CommandBody> read_import(ImportKind kind, std::string_view text, Timestamp now, Random& random) {
    switch (kind) {
        case ImportKind::menu:
            return read_menus(text);
        case ImportKind::members:
            return read_members(text, now, random);
        case ImportKind::calendar:
            return read_calendar(text);
        case ImportKind::scheme:
            return read_scheme(text);
    }
    return FileError{0, 0, "", "unknown kind of file"};
}

}  // namespace canteen
