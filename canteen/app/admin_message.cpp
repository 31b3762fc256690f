#include "canteen/app/admin_message.h"

namespace canteen {
namespace {

struct Namer {
    std::string_view operator()(const ClientMessage& frame) const {
        if (const auto* submit = std::get_if<Submit>(&frame)) return name_of(submit->command.body);
        if (const auto* query = std::get_if<Query>(&frame)) return kind_of(query->body).name;
        return std::holds_alternative<Ping>(frame) ? "Ping" : "other frame";
    }
    std::string_view operator()(const ImportFile&) const { return "ImportFile"; }
    std::string_view operator()(const EnrolNew&) const { return "EnrolNew"; }
    std::string_view operator()(const EnrolAgain&) const { return "EnrolAgain"; }
    std::string_view operator()(const Revoke&) const { return "Revoke"; }
    std::string_view operator()(const BackUp&) const { return "BackUp"; }
    std::string_view operator()(const ListDevices&) const { return "ListDevices"; }
    std::string_view operator()(const SetStaffPin&) const { return "SetStaffPin"; }
    std::string_view operator()(const ListActs&) const { return "ListActs"; }
    std::string_view operator()(const ListReads&) const { return "ListReads"; }
};

}  // namespace

std::string_view name_of(const AdminRequest& request) {
    return std::visit(Namer{}, request);
}

}  // namespace canteen
