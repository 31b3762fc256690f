#include <fcntl.h>
#include <unistd.h>

#include <iostream>
#include <stdexcept>

#include "tests/bench/counter.h"
#include "tests/bench/figures.h"
#include "tests/bench/kitchen.h"
#include "tests/bench/measures.h"

namespace canteen::bench {
namespace {

// A file of its own, to be written and synced as each commit does at least once. It is removed with the object.
class SyncedFile {
public:
    explicit SyncedFile(const std::string& disk)
        : path_(disk + "/fsync-probe"), file_(::open(path_.c_str(), O_RDWR | O_CREAT, 0600)) {
        if (file_ < 0) throw std::runtime_error(path_ + " cannot be opened");
        sync();
    }
    ~SyncedFile() {
        ::close(file_);
        ::unlink(path_.c_str());
    }
    SyncedFile(const SyncedFile&) = delete;
    SyncedFile& operator=(const SyncedFile&) = delete;

    // Writes the same 4 KiB again: the least a durable commit can cost.
    void sync() {
        constexpr std::size_t page = 4096;
        static const std::string bytes(page, 'x');
        if (::pwrite(file_, bytes.data(), page, 0) != static_cast<ssize_t>(page) || ::fdatasync(file_) != 0)
            throw std::runtime_error(path_ + " cannot be written");
    }

private:
    std::string path_;
    int file_;
};

const Dish& dish_to_order(const Menu& menu) {
    for (const auto& dish : menu.dishes)
        if (dish.served == Served::to_order) return dish;
    throw std::runtime_error("nothing on the menu is cooked to order");
}

template <class Action>
double timed(Action action) {
    auto began = SteadyClock::now();
    action();
    return ms_since(began);
}

}  // namespace

void measure_lone_orders(std::uint16_t port, const Devices& devices, std::size_t count, const std::string& disk) {
    auto menu = menu_of(port, devices.tills[0]);
    Counter counter(port, devices.tills[0]);
    Kitchen kitchen(port, devices.cookies.at(0));
    CheapRandom random;
    const auto& cooked = dish_to_order(menu);
    for (std::size_t i = 0; i < count; ++i)
        counter.make_order(menu, {&menu.dishes[0], &menu.dishes[1], &cooked},
                           {counter.server_time().ms + static_cast<std::int64_t>(i)}, random);
    SyncedFile file(disk);
    std::vector<double> syncs, echoes, tickets;
    while (counter.has_orders()) {
        syncs.push_back(timed([&] { file.sync(); }));
        echoes.push_back(timed([&] { counter.ping_pong(); }));
        tickets.push_back(timed([&] {
            counter.submit();
            counter.flush();
            kitchen.await_ticket();
        }));
        counter.await_answer();
    }
    auto limit = quantile(syncs, 0.5) + quantile(echoes, 0.5);
    std::cout << "fsync_p50_ms " << quantile(syncs, 0.5) << "\necho_p50_ms " << quantile(echoes, 0.5)
              << "\nkitchen_p50_ms " << quantile(tickets, 0.5) << "\nkitchen_p99_ms " << quantile(tickets, 0.99)
              << "\nlimit_ms " << limit << "\n";
}

}  // namespace canteen::bench
