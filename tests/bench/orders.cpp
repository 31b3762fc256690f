#include <sys/epoll.h>
#include <unistd.h>

#include <deque>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "tests/bench/counter.h"
#include "tests/bench/figures.h"
#include "tests/bench/kitchen.h"
#include "tests/bench/measures.h"

namespace canteen::bench {
namespace {

constexpr std::size_t lines_an_order = 3;
// Ids are minted as if at this rate until now: time-ordered as real ones, not all in one millisecond, and before those
// of later orders.
constexpr std::int64_t minted_a_ms = 20;

struct Line {
    explicit Line(std::uint16_t port, const TillKey& key) : counter(port, key) {}
    Counter counter;
    std::deque<SteadyClock::time_point> under_way;
};

class OrderLoad {
public:
    OrderLoad(std::uint16_t port, const Devices& devices)
        : menu_(menu_of(port, devices.tills[0])), kitchen_(port, devices.cookies.at(0)), epoll_(epoll_create1(0)) {
        watch(kitchen_.socket(), nullptr);
        for (const auto& key : devices.tills) {
            lines_.push_back(std::make_unique<Line>(port, key));
            watch(lines_.back()->counter.socket(), lines_.back().get());
        }
    }
    ~OrderLoad() { ::close(epoll_); }
    OrderLoad(const OrderLoad&) = delete;
    OrderLoad& operator=(const OrderLoad&) = delete;

    void make(std::size_t count) {
        std::vector<const Dish*> from_line;
        for (const auto& dish : menu_.dishes)
            if (dish.served == Served::from_line && !dish.by_weight() && !dish.is_set_meal())
                from_line.push_back(&dish);
        std::size_t next = 0;
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<const Dish*> dishes;
            for (std::size_t k = 0; k < lines_an_order; ++k) dishes.push_back(from_line[next++ % from_line.size()]);
            auto& counter = lines_[i % lines_.size()]->counter;
            Timestamp minted{counter.server_time().ms - static_cast<std::int64_t>(count - i) / minted_a_ms};
            counter.make_order(menu_, dishes, minted, random_);
        }
        waiting_ = count;
        latencies_.reserve(count);
    }

    void run() {
        for (auto& line : lines_) submit(*line, orders_in_flight);
        std::array<epoll_event, 128> events;
        while (waiting_ > 0) {
            int ready = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 10'000);
            if (ready == 0) throw std::runtime_error("no answer for ten seconds");
            for (int i = 0; i < ready; ++i) {
                auto* line = static_cast<Line*>(events[static_cast<std::size_t>(i)].data.ptr);
                line ? turn(*line) : kitchen_.drain();
            }
        }
    }

    const std::vector<double>& latencies_ms() const { return latencies_; }

private:
    void watch(int socket, Line* line) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = line;
        if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) != 0) throw std::runtime_error("epoll_ctl");
    }

    void submit(Line& line, std::size_t count) {
        for (; count > 0 && line.counter.has_orders(); --count) {
            line.counter.submit();
            line.under_way.push_back(SteadyClock::now());
        }
        line.counter.flush();
    }

    void turn(Line& line) {
        line.counter.receive();
        std::size_t answered = 0;
        for (; line.counter.take_answer(); ++answered) {
            latencies_.push_back(ms_since(line.under_way.front()));
            line.under_way.pop_front();
        }
        waiting_ -= answered;
        if (answered > 0) submit(line, answered);
    }

    Menu menu_;
    Kitchen kitchen_;
    int epoll_;
    CheapRandom random_;
    std::vector<std::unique_ptr<Line>> lines_;
    std::vector<double> latencies_;
    std::size_t waiting_ = 0;
};

}  // namespace

void measure_orders(std::uint16_t port, const Devices& devices, std::size_t count, int server_pid) {
    OrderLoad load(port, devices);
    load.make(count);
    auto cpu_before = cpu_us(server_pid);
    auto began = SteadyClock::now();
    load.run();
    auto took_ms = ms_since(began);
    auto orders = static_cast<double>(count);
    std::cout << "orders_s " << orders * 1000 / took_ms << "\nack_p50_ms " << quantile(load.latencies_ms(), 0.5)
              << "\nack_p99_ms " << quantile(load.latencies_ms(), 0.99) << "\nserver_cpu_us "
              << (cpu_us(server_pid) - cpu_before) / orders << "\n";
}

}  // namespace canteen::bench
