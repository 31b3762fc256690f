#include "canteen/net/io_loop.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

namespace canteen {

namespace asio = boost::asio;
using boost::system::error_code;

struct IoLoop::Impl {
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> stays{io.get_executor()};
};

namespace {

struct Repeat {
    Repeat(asio::io_context& io, std::chrono::milliseconds every, std::function<void()> what)
        : timer(io), interval(every), work(std::move(what)) {}
    asio::steady_timer timer;
    std::chrono::milliseconds interval;
    std::function<void()> work;
};

void wait_again(const std::shared_ptr<Repeat>& repeat) {
    repeat->timer.expires_after(repeat->interval);
    repeat->timer.async_wait([repeat](error_code failed) {
        if (failed) return;
        repeat->work();
        wait_again(repeat);
    });
}

struct Signals {
    Signals(asio::io_context& io, std::function<void(int)> what) : set(io), work(std::move(what)) {}
    asio::signal_set set;
    std::function<void(int)> work;
};

void wait_again(const std::shared_ptr<Signals>& signals) {
    signals->set.async_wait([signals](error_code failed, int number) {
        if (failed) return;
        signals->work(number);
        wait_again(signals);
    });
}

}  // namespace

IoLoop::IoLoop() : impl_(std::make_unique<Impl>()) {}
IoLoop::~IoLoop() = default;

void IoLoop::run() {
    impl_->io.run();
}

void IoLoop::stop() {
    impl_->io.stop();
}

void IoLoop::post(std::function<void()> work) {
    asio::post(impl_->io, std::move(work));
}

void IoLoop::every(std::chrono::milliseconds interval, std::function<void()> work) {
    wait_again(std::make_shared<Repeat>(impl_->io, interval, std::move(work)));
}

void IoLoop::after(std::chrono::milliseconds delay, std::function<void()> work) {
    auto timer = std::make_shared<asio::steady_timer>(impl_->io, delay);
    timer->async_wait([timer, work = std::move(work)](error_code failed) {
        if (!failed) work();
    });
}

void IoLoop::on_signal(const std::vector<int>& numbers, std::function<void(int)> work) {
    auto signals = std::make_shared<Signals>(impl_->io, std::move(work));
    for (const int number : numbers) signals->set.add(number);
    wait_again(signals);
}

boost::asio::io_context& IoLoop::context() {
    return impl_->io;
}

}  // namespace canteen
