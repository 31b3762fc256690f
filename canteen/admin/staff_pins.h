// Sets staff's PINs: stretched on another thread, kept beside the journal, noted in it, and told to the tills. Nobody
// else ever sees one. On the I/O thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "canteen/app/admin_message.h"
#include "canteen/engine/engine.h"
#include "canteen/engine/report_thread.h"

namespace canteen {

class StaffPins {
public:
    using Reply = std::function<void(AdminText)>;

    // `engine` must outlive it. `background` stretches.
    StaffPins(Engine& engine, Post post, Background background)
        : engine_(engine), post_(std::move(post)), background_(std::move(background)) {}

    // Makes one up, and tells it once, if none is given. Calls `reply` once, after it is committed.
    void set(const SetStaffPin& asked, const Person& by, Reply reply);

private:
    struct Job;
    void keep(const std::shared_ptr<Job>& job);
    void note(const std::shared_ptr<Job>& job);

    Engine& engine_;
    Post post_;
    Background background_;
};

}  // namespace canteen
