// Tells the machine's owner who acted and who read of persons. On the I/O thread of the running server, or in a
// subcommand that turns the engine itself.
#pragma once

#include <functional>
#include <string>

#include "canteen/app/admin_message.h"
#include "canteen/engine/engine.h"
#include "canteen/engine/report_thread.h"

namespace canteen {

inline constexpr std::uint32_t max_audit_lines = 10'000;

class AuditDesk {
public:
    using Reply = std::function<void(AdminText)>;

    // `engine` must outlive it. `background` reads the journal.
    AuditDesk(Engine& engine, Post post, Background background)
        : engine_(engine), post_(std::move(post)), background_(std::move(background)) {}

    // Both refuse none, or more than max_audit_lines, and call `reply` once.
    void list(const ListReads& asked, Reply reply);
    void list(const ListActs& asked, Reply reply);

private:
    std::string who(const Actor& actor) const;

    Engine& engine_;
    Post post_;
    Background background_;
};

}  // namespace canteen
