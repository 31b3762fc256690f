// Does what only the machine's owner may ask: imports, devices, backups, and the lists of who acted and who read
// personal records. On the I/O thread of the running server, or in a subcommand that turns the engine itself.
#pragma once

#include <functional>

#include "canteen/admin/audit_desk.h"
#include "canteen/admin/imports.h"
#include "canteen/admin/staff_pins.h"
#include "canteen/app/admin_message.h"
#include "canteen/engine/engine.h"
#include "canteen/engine/report_thread.h"

namespace canteen {

class AdminDesk {
public:
    using Reply = std::function<void(AdminText)>;

    // `engine` must outlive it. `background` reads files.
    AdminDesk(Engine& engine, Post post, Background background)
        : engine_(engine),
          post_(post),
          background_(background),
          audit_(engine, post, background),
          pins_(engine, std::move(post), std::move(background)) {}

    // Takes any request but a frame. Calls `reply` once, after what was asked is committed.
    void handle(AdminRequest request, const Person& by, Reply reply);

private:
    struct Asked;
    void import(ImportFile file, const Person& by, Reply reply);
    // Hands the file that the other thread read to the writer.
    void take_in(Result<ImportedFile> read, const ImportFile& asked, const Person& by, Reply reply);
    void enrol(const EnrolNew& device, const Person& by, Reply reply);
    void revoke(const Revoke& revoke, const Person& by, Reply reply);
    // Lists devices, one line each.
    std::string list(const std::vector<Device>& devices);
    void back_up(const BackUp& copy, Reply reply);

    Engine& engine_;
    Post post_;
    Background background_;
    AuditDesk audit_;
    StaffPins pins_;
};

}  // namespace canteen
