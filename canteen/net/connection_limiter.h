// Who is connected, counted against the limits: all together, strangers together, and per address as long as it is not
// known. I/O thread.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "canteen/net/limits.h"

namespace canteen {

enum class Admission : std::uint8_t {
    admitted,
    full,               // told 503
    too_many_from_one,  // told 429
    hang_up,            // not even told
};

class ConnectionLimiter {
public:
    // A place in the limiter, given back when it is destroyed. The crowd outlives its places.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&& other) noexcept;
        ~Place();

        Admission admission() const { return admission_; }
        // It becomes a WebSocket, of that address: a front said so, or the connection's own. Returns what admission()
        // is now.
        Admission upgrade(const std::string& remote, bool exempt);
        // The peer showed who it is: it is no stranger any more, and its address is the house's.
        void become_known();

    private:
        friend class ConnectionLimiter;
        enum class Count : std::uint8_t { none, plain, unknown };
        void leave();
        void forget();
        ConnectionLimiter* limiter_ = nullptr;
        Admission admission_ = Admission::hang_up;
        Count count_ = Count::none;
        std::string counted_;       // the address it is counted by
        bool is_stranger_ = false;  // it counts among all of them
    };

    explicit ConnectionLimiter(const NetLimits& limits) : limits_(limits) {}
    ConnectionLimiter(const ConnectionLimiter&) = delete;
    ConnectionLimiter& operator=(const ConnectionLimiter&) = delete;

    // `exempt`: this machine itself, or a front, whose clients are counted by their own addresses.
    Place enter(const std::string& remote, bool exempt);
    std::size_t admitted() const { return admitted_; }
    std::size_t strangers() const { return strangers_; }

private:
    using Counts = std::map<std::string, std::size_t>;
    // Counts the place by that address, or says why not.
    Admission count(Place& place, Place::Count as, const std::string& remote);
    Counts& counts_of(Place::Count count) { return count == Place::Count::plain ? plain_ : unknown_; }

    const NetLimits limits_;
    std::size_t admitted_ = 0;
    std::size_t being_refused_ = 0;
    std::size_t strangers_ = 0;
    Counts plain_, unknown_;
    std::set<std::string> house_;
};

}  // namespace canteen
