// The wire and the disk only ever grow: everything in the kept listing is there with the same number and type.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "canteen/v1/admin.pb.h"
#include "canteen/v1/envelope.pb.h"
#include "canteen/v1/journal.pb.h"
#include "tests/wire/golden.h"

namespace canteen {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using Lines = std::set<std::string>;

std::string type_of(const FieldDescriptor& field) {
    std::string type = field.is_repeated() ? "repeated " : field.has_optional_keyword() ? "optional " : "";
    if (field.type() == FieldDescriptor::TYPE_MESSAGE) return type + field.message_type()->full_name();
    if (field.type() == FieldDescriptor::TYPE_ENUM) return type + field.enum_type()->full_name();
    return type + field.type_name();
}

void list(const Descriptor& message, Lines& lines) {
    for (int i = 0; i < message.field_count(); ++i) {
        const auto& field = *message.field(i);
        auto line = field.full_name() + " = " + std::to_string(field.number()) + " " + type_of(field);
        if (const auto* choice = field.real_containing_oneof()) line += " in " + choice->name();
        lines.insert(line);
    }
}

void list(const EnumDescriptor& values, Lines& lines) {
    for (int i = 0; i < values.value_count(); ++i)
        lines.insert(values.full_name() + "." + values.value(i)->name() + " = " +
                     std::to_string(values.value(i)->number()));
}

void list(const FileDescriptor& file, Lines& lines) {
    for (int i = 0; i < file.message_type_count(); ++i) list(*file.message_type(i), lines);
    for (int i = 0; i < file.enum_type_count(); ++i) list(*file.enum_type(i), lines);
    for (int i = 0; i < file.dependency_count(); ++i) list(*file.dependency(i), lines);
}

Lines today() {
    Lines lines;
    list(*v1::ClientFrame::descriptor()->file(), lines);
    list(*v1::AdminRequest::descriptor()->file(), lines);
    list(*v1::EventList::descriptor()->file(), lines);
    return lines;
}

Lines kept() {
    std::istringstream text(read_file(golden_path("descriptor_set.txt")));
    Lines lines;
    for (std::string line; std::getline(text, line);) lines.insert(line);
    return lines;
}

std::string without(const Lines& lines, const Lines& others) {
    std::string missing;
    for (const auto& line : lines)
        if (!others.contains(line)) missing += line + "\n";
    return missing;
}

TEST(DescriptorSet, a_field_is_added_never_changed) {
    const auto now = today();
    EXPECT_EQ(without(kept(), now), "") << "these were on the wire or on a disk and must stay as they were";
}

TEST(DescriptorSet, what_was_added_is_kept_too) {
    const auto now = today();
    if (writes_golden() && without(kept(), now).empty()) {
        std::string text;
        for (const auto& line : now) text += line + "\n";
        write_file(golden_path("descriptor_set.txt"), text);
    }
    EXPECT_EQ(without(now, kept()), "") << "new: run once with CANTEEN_WRITE_GOLDEN=1";
}

TEST(DescriptorSet, has_no_map_fields) {
    for (const auto& line : today()) EXPECT_EQ(line.find("Entry"), std::string::npos) << line;
}

}  // namespace
}  // namespace canteen
