// The thread that reads long reports on connections of its own, one after the other, so that neither the writer nor the
// sockets wait for a quarter's journal. It posts back its results.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace canteen {

inline constexpr std::size_t max_waiting_reports = 16;  // beyond them: busy

// Runs the work elsewhere, or at once; false: too much waits already, and nothing was taken.
using Background = std::function<bool(std::function<void()>)>;

class ReportThread {
public:
    ReportThread();
    // Finishes the work it is at; waiting work is dropped.
    ~ReportThread();
    ReportThread(const ReportThread&) = delete;
    ReportThread& operator=(const ReportThread&) = delete;

    // Any thread. `work` throws nothing.
    bool offer(std::function<void()> work);

private:
    void run();

    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> waiting_;
    bool closed_ = false;
    std::thread thread_;  // last: starts when all is there
};

}  // namespace canteen
