#include "tests/wire/samples.h"

namespace canteen {

Named<AdminRequest> sample_admin_requests() {
    return {{"admin_ask_frame", ClientMessage{Query{31, MemberOfNumber{"80001234"}}}},
            {"admin_ask_import_file", ImportFile{ImportKind::scheme, "\xd7\xaa\n", 3, true}},
            {"admin_ask_enrol_new", EnrolNew{Role::till, "窗口一", "A"}},
            {"admin_ask_enrol_again", EnrolAgain{"窗口一"}},
            {"admin_ask_revoke", Revoke{"窗口一"}},
            {"admin_ask_back_up", BackUp{"/srv/copies/\xd7\xaa.db"}},
            {"admin_ask_list_devices", ListDevices{}},
            {"admin_ask_list_reads", ListReads{50}},
            {"admin_ask_list_acts", ListActs{50}},
            {"admin_ask_set_staff_pin", SetStaffPin{sample_id<StaffId>(22), "402917"}}};
}

Named<AdminReply> sample_admin_replies() {
    return {{"admin_reply_frame", ServerMessage{Pong{7, {1'776'135'600'000}, 12}}},
            {"admin_reply_text", AdminText{false, "line 3"}}};
}

}  // namespace canteen
