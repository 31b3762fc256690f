// The server as it runs: its real objects over a disk, driven by the scheduler instead of threads and sockets. It can
// end at any moment and come back from what the disk holds. One thread.
#pragma once

#include <memory>
#include <vector>

#include "canteen/app/sessions/application.h"
#include "canteen/crypto/pin_verifier.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/line.h"
#include "tests/simulation/watched_store.h"

namespace canteen::simulation {

inline const std::string host_name = "canteen.test";
// Short, so that a lunch of a few minutes has late sales.
inline constexpr std::chrono::minutes late_after{1};
// Small, so that a till that is cut off reaches it.
inline constexpr OfflineAccounts offline_bound{5, Fen{80'00}};

Site site_of(Plant plant);

class ServerProcess {
public:
    ServerProcess(World& world, Disk& disk, Witness& witness);
    ~ServerProcess();

    // With `new_epoch` the disk holds an older backup.
    void start(bool new_epoch = false);
    // Ends the process as a power cut does.
    void stop();
    // Calls stop(), and start() after a while.
    void restart_after(Milliseconds down, bool new_epoch = false);
    bool is_up() const { return engine_ != nullptr; }
    void fail_next_commit();

    // Lets a client in, or leaves it outside if the server is down.
    void let_in(const std::shared_ptr<Line>& line, const std::string& cookie);
    // Gives a command of the server's own, done at once.
    void ask(CommandBody body);
    // Gives a command that takes its turn with all others, and may be lost with them.
    void give(CommandBody body);
    void put_cookie(DeviceId device, const std::string& cookie);
    // Sets the PIN of somebody who works here.
    void put_pin(StaffId staff, const PinVerifier& verifier);
    // Returns the open connections.
    std::vector<std::shared_ptr<Line>>& lines();

private:
    struct Engine;
    void every_second(std::uint64_t run);
    void wake();
    void turn();

    World& world_;
    Disk& disk_;
    Witness& witness_;
    std::unique_ptr<Engine> engine_;
    std::vector<std::shared_ptr<Line>> lines_;
    std::uint64_t run_ = 0;  // counts starts and stops
    bool turn_is_due_ = false;
};

}  // namespace canteen::simulation
