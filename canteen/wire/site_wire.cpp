#include "canteen/wire/site_wire.h"

#include "canteen/files/schemes/scheme_file.h"

namespace canteen {

void to_wire(const Device& device, v1::Device& wire) {
    wire.set_device_id(bytes_of(device.id.bytes));
    wire.set_role(enum_to<v1::Role>(device.role));
    wire.set_name(device.name);
    wire.set_letters(device.letters);
    if (device.public_key != PublicKey{}) wire.set_public_key(bytes_of(device.public_key));
    wire.set_claimed(device.claimed);
    wire.set_revoked(device.revoked);
}

Device from_wire(const v1::Device& wire, const Path& at) {
    Device device;
    device.id = id_from<DeviceId>(wire.device_id(), at / "device_id");
    device.role = enum_from<Role>(wire.role(), v1::Role_MAX, at / "role");
    device.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    device.letters = text_from(wire.letters(), max_own_text_bytes, at / "letters");
    device.public_key = optional_array_from<std::tuple_size_v<PublicKey>>(wire.public_key(), at / "public_key");
    device.claimed = wire.claimed();
    device.revoked = wire.revoked();
    return device;
}

void to_wire(const Calendar& calendar, v1::Calendar& wire) {
    for (const auto& [date, mark] : calendar.marks) {
        auto& day = *wire.add_days();
        day.set_date(date.days);
        day.set_mark(enum_to<v1::CalendarMark>(mark));
    }
}

Calendar from_wire(const v1::Calendar& wire, const Path& at) {
    const auto days = at / "days";
    at_most(wire.days(), max_own_items, days);
    Calendar calendar;
    for (int i = 0; i < wire.days_size(); ++i) {
        const auto date = date_from(wire.days(i).date(), days[i] / "date");
        const auto mark = enum_from<CalendarMark>(wire.days(i).mark(), v1::CalendarMark_MAX, days[i] / "mark");
        if (!calendar.marks.emplace(date, mark).second) throw Unreadable(days[i], "is a date given before");
    }
    return calendar;
}

Scheme scheme_from(const std::string& text, const Path& at) {
    const auto file = read_scheme_file(text);
    if (!file) throw Unreadable(at, to_string(file.error()));
    return file->scheme;
}

}  // namespace canteen
