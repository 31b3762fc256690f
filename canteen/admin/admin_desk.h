// Does what a subcommand asks: imports, devices, backups. On the I/O thread of the running server, or in a subcommand
// that turns the engine itself.
#pragma once

#include <functional>

#include "canteen/admin/admin_message.h"
#include "canteen/admin/imports.h"
#include "canteen/admin/office_counter.h"
#include "canteen/engine/engine.h"

namespace canteen {

class AdminDesk {
public:
    using Reply = std::function<void(AdminReply)>;

    // `engine` and `office` outlive it. `background` reads files and books.
    AdminDesk(Engine& engine, Post post, Background background, QueryService& office)
        : engine_(engine),
          post_(std::move(post)),
          background_(std::move(background)),
          books_{engine.config().database(), engine.keys(), engine.config().site},
          counter_(engine, post_, office) {}

    // Calls `reply` once, after what was asked is committed.
    void handle(const AdminRequest& request, Reply reply);

private:
    void import(const AdminRequest& request, Reply reply);
    void enrol(const AdminRequest& request, Reply reply);
    void enrol_again(const AdminRequest& request, Reply reply);
    void revoke(const AdminRequest& request, Reply reply);
    // One line each.
    std::string list(const std::vector<Device>& devices);
    void account(std::variant<CommandBody, std::string> asked, const AdminRequest& request, Reply reply);
    void audit(const AdminRequest& request, Reply reply);
    void backup(const AdminRequest& request, Reply reply);
    void explain(const AdminRequest& request, Reply reply);
    // Gives what the other thread read of the file to the writer.
    void take_in(Result<ImportedFile> read, const AdminRequest& request, Reply reply);

    Engine& engine_;
    Post post_;
    Background background_;
    Books books_;
    OfficeCounter counter_;
};

// What the operator is told: why not, or `done` and the row.
AdminReply reply_of(const Answer& answer, const std::string& done);

// Asks the running server, or does it in this process if none runs. Throws StoreError, OperatorError, AdminError.
AdminReply ask_server_or_self(const Config& config, const AdminRequest& request);

}  // namespace canteen
