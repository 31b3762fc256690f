// One till that pages look at: the till on its line to the server, what its pages see, and the pages that are open. A
// failed write of its disk ends the process: nobody was told yes. Loop's thread.
#pragma once

#include <filesystem>
#include <set>

#include "canteen/app/phonetics.h"
#include "pos-client/page/page_till.h"
#include "pos-client/service/connected_till.h"
#include "pos-client/service/page_pairing.h"
#include "pos-client/service/paper_by_devices.h"
#include "pos-client/service/served_commands.h"

namespace canteen::till {

class PageSession;

class ServedTill {
public:
    // Throws TillDirectoryError, CodecError. Loop, clock and phonetics outlive it, and it outlives its sessions.
    ServedTill(IoLoop& loop, const LocalClock& clock, const Phonetics& phonetics,
               const std::filesystem::path& directory);

    void start();
    // Before the end.
    void save();

    v1::ActionAnswer answer(const v1::PageFrame& frame);
    v1::TillView view() { return page_.view(now()); }
    v1::TillView display() { return page_.display(now()); }
    // Tells all pages what changed, now.
    void tell();
    void join(PageSession& session) { sessions_.insert(&session); }
    void leave(PageSession& session) { sessions_.erase(&session); }
    // Returns how many pages can sell: a guest's display cannot.
    std::size_t selling_pages() const;

    // Does what the command line asks; `reply` is called once, at its end.
    void command(const AskedCommand& asked, std::function<void(const CommandReply&)> reply);

    // Prints there if no printer is set.
    void offer_printer(const std::string& address) { page_.offer_printer(address); }
    void set_scale(const std::string& device) { paper_.set_scale(device); }
    std::string invoices() const { return page_.invoices(); }
    PagePairing& pairing() { return pairing_; }
    const std::string& name() const { return name_; }
    const std::string& run_id() const { return run_id_; }
    Timestamp now() const { return line_.now(); }

private:
    void tell_soon();

    IoLoop& loop_;
    SystemRandom random_;
    ConnectedTill line_;
    std::string name_;
    std::string run_id_;  // of this start: 16 random bytes
    PaperByDevices paper_;
    PageTill page_;
    PagePairing pairing_;
    ServedCommands commands_;
    std::set<PageSession*> sessions_;
    bool is_telling_ = false;  // soon
};

}  // namespace canteen::till
