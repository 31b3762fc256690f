// Does what a subcommand asks: imports, devices, backups. On the I/O thread of the running server, or in a subcommand
// that turns the engine itself.
#pragma once

#include <functional>

#include "canteen/admin_message.h"
#include "canteen/engine.h"
#include "canteen/office_counter.h"

namespace canteen {

class AdminDesk {
public:
    using Reply = std::function<void(AdminReply)>;

    // `engine` and `office` outlive it.
    AdminDesk(Engine& engine, Post post, OfficeDesk& office)
        : engine_(engine), post_(std::move(post)), counter_(engine, post_, office) {}

    // Calls `reply` once, after what was asked is committed.
    void handle(const AdminRequest& request, Reply reply);

private:
    void import(const AdminRequest& request, Reply reply);
    void enrol(const AdminRequest& request, Reply reply);
    void enrol_again(const AdminRequest& request, Reply reply);
    void revoke(const AdminRequest& request, Reply reply);
    void account(std::variant<CommandBody, std::string> asked, Reply reply);
    void backup(const AdminRequest& request, Reply reply);
    void explain(const AdminRequest& request, Reply reply);
    // Done between two batches, on the writer's thread, and told on this one.
    void on_writer(std::function<AdminReply()> work, Reply reply);

    Engine& engine_;
    Post post_;
    OfficeCounter counter_;
};

// What the operator is told: why not, or `done` and the row.
AdminReply reply_of(const Answer& answer, const std::string& done);

// Asks the running server, or does it in this process if none runs. Throws StoreError, ConfigError, AdminError.
AdminReply ask_server_or_self(const Config& config, const AdminRequest& request);

}  // namespace canteen
