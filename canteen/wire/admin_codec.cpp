#include "canteen/wire/admin_codec.h"

#include "canteen/v1/admin.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/client_message_wire.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/own_bytes.h"
#include "canteen/wire/server_message_wire.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

static_assert(v1::ImportKind_MAX == static_cast<int>(ImportKind::uses));

constexpr std::size_t max_path_bytes = 4 * 1024;  // Linux's own limit

// Fills the request, with one function for each kind.
struct RequestWriter {
    v1::AdminRequest& wire;

    void operator()(const ClientMessage& frame) const { to_wire(frame, *wire.mutable_frame()); }
    void operator()(const ImportFile& file) const {
        auto& body = *wire.mutable_import_file();
        body.set_kind(enum_to<v1::ImportKind>(file.kind));
        body.set_file(file.bytes);
        if (file.priority) body.set_priority(*file.priority);
        body.set_strict(file.is_strict);
    }
    void operator()(const EnrolNew& device) const {
        auto& body = *wire.mutable_enrol_new();
        body.set_role(enum_to<v1::Role>(device.role));
        body.set_name(device.name);
        body.set_letters(device.letters);
    }
    void operator()(const EnrolAgain& till) const { wire.mutable_enrol_again()->set_name(till.name); }
    void operator()(const Revoke& revoke) const { wire.mutable_revoke()->set_device(revoke.device); }
    void operator()(const BackUp& copy) const { wire.mutable_back_up()->set_path(copy.to); }
    void operator()(const ListDevices&) const { wire.mutable_list_devices(); }
    void operator()(const SetStaffPin& set) const {
        wire.mutable_set_staff_pin()->set_staff_id(bytes_of(set.staff.bytes));
        wire.mutable_set_staff_pin()->set_pin(set.pin);
    }
    void operator()(const ListReads& list) const { wire.mutable_list_reads()->set_most(list.most); }
    void operator()(const ListActs& list) const { wire.mutable_list_acts()->set_most(list.most); }
};

ImportFile import_from(const v1::ImportFile& wire, const Path& at) {
    ImportFile file{enum_from<ImportKind>(wire.kind(), v1::ImportKind_MAX, at / "kind"), wire.file()};
    if (wire.has_priority()) file.priority = wire.priority();
    file.is_strict = wire.strict();
    return file;
}

EnrolNew enrol_from(const v1::EnrolNew& wire, const Path& at) {
    return {enum_from<Role>(wire.role(), v1::Role_MAX, at / "role"),
            text_from(wire.name(), max_client_text_bytes, at / "name"),
            text_from(wire.letters(), max_client_text_bytes, at / "letters")};
}

AdminRequest request_from(const v1::AdminRequest& wire, const Path& at) {
    switch (wire.request_case()) {
        case v1::AdminRequest::kImportFile:
            return import_from(wire.import_file(), at / "import_file");
        case v1::AdminRequest::kEnrolNew:
            return enrol_from(wire.enrol_new(), at / "enrol_new");
        case v1::AdminRequest::kEnrolAgain:
            return EnrolAgain{text_from(wire.enrol_again().name(), max_client_text_bytes, at / "enrol_again" / "name")};
        case v1::AdminRequest::kRevoke:
            return Revoke{text_from(wire.revoke().device(), max_client_text_bytes, at / "revoke" / "device")};
        case v1::AdminRequest::kBackUp:
            return BackUp{text_from(wire.back_up().path(), max_path_bytes, at / "back_up" / "path")};
        case v1::AdminRequest::kListDevices:
            return ListDevices{};
        case v1::AdminRequest::kListReads:
            return ListReads{wire.list_reads().most()};
        case v1::AdminRequest::kListActs:
            return ListActs{wire.list_acts().most()};
        case v1::AdminRequest::kSetStaffPin:
            return SetStaffPin{id_from<StaffId>(wire.set_staff_pin().staff_id(), at / "set_staff_pin" / "staff_id"),
                               text_from(wire.set_staff_pin().pin(), max_code_bytes, at / "set_staff_pin" / "pin")};
        case v1::AdminRequest::kFrame:
        case v1::AdminRequest::REQUEST_NOT_SET:
            break;
    }
    throw Unreadable(at / "request", "is missing");
}

AdminReply reply_from(const v1::AdminReply& wire, const Path& at) {
    if (wire.has_frame()) return from_wire(wire.frame(), at / "frame");
    if (wire.has_text()) return AdminText{wire.text().ok(), wire.text().text()};
    throw Unreadable(at / "reply", "is of no known kind");
}

}  // namespace

std::string encode(const AdminRequest& request) {
    v1::AdminRequest wire;
    std::visit(RequestWriter{wire}, request);
    return serialize(wire);
}

std::variant<AdminRequest, Rejection> decode_admin_request(std::string_view bytes, const Codec& codec) {
    try {
        v1::AdminRequest wire;
        if (!parse(bytes, wire)) throw Unreadable(RejectionCode::malformed, "request", "is not one whole message");
        if (!wire.has_frame()) {
            if (const auto path = first_unknown(wire))
                throw Unreadable(RejectionCode::client_newer, *path, "is not known");
            return request_from(wire, Path{});
        }
        auto frame = codec.decode_client(serialize(wire.frame()), Encoding::binary);
        if (auto* why = std::get_if<Rejection>(&frame)) return std::move(*why);
        return std::get<ClientMessage>(std::move(frame));
    } catch (const Unreadable& why) {
        return why.rejection();
    }
}

std::string encode(const AdminReply& reply) {
    v1::AdminReply wire;
    if (const auto* frame = std::get_if<ServerMessage>(&reply)) to_wire(*frame, *wire.mutable_frame());
    if (const auto* text = std::get_if<AdminText>(&reply)) {
        wire.mutable_text()->set_ok(text->ok);
        wire.mutable_text()->set_text(text->text);
    }
    return serialize(wire);
}

AdminReply decode_admin_reply(std::string_view bytes) {
    v1::AdminReply wire;
    if (!parse(bytes, wire)) throw CodecError("not a whole AdminReply");
    return read_own(wire, [](const v1::AdminReply& whole) { return reply_from(whole, Path{}); });
}

}  // namespace canteen
