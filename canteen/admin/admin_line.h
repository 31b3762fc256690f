// A subcommand's line to the running server. If none runs, this process turns the engine itself, through the same
// frames, and holds the store as long as the line lives. Blocking; one thread.
#pragma once

#include <memory>
#include <string>

#include "canteen/app/admin_message.h"
#include "canteen/engine/config.h"

namespace canteen {

class AdminLine {
public:
    // Throws StoreError or KeyFileError if no server runs and the store cannot be opened.
    explicit AdminLine(const Config& config);
    ~AdminLine();
    AdminLine(const AdminLine&) = delete;
    AdminLine& operator=(const AdminLine&) = delete;

    // Waits for the reply. Throws AdminError, StoreError.
    AdminReply ask(const AdminRequest& request);
    // Asks for something that is answered by a text: any request but a frame. Throws as ask() does.
    AdminText tell(const AdminRequest& request);

private:
    struct Self;
    std::string socket_;
    std::unique_ptr<Self> self_;  // null while a server runs
};

}  // namespace canteen
