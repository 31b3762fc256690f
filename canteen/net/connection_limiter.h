// Counts connections against the limits: all together, strangers together, and for each address as long as it is not
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
    full,               // answered 503
    too_many_from_one,  // answered 429
    hang_up,            // closed without an answer
};

class ConnectionLimiter {
public:
    // A place in the limiter, given back when it is destroyed. The limiter outlives its places.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&& other) noexcept;
        ~Place();

        Admission admission() const { return admission_; }
        // Turns the place into a WebSocket's, counted by this address: one that a front named, or the connection's own.
        // Returns the new admission().
        Admission upgrade(const std::string& remote, bool exempt);
        // Notes that the peer has shown who it is: it no longer counts as a stranger, and its address is the house's.
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
        bool is_stranger_ = false;  // counted among all strangers
    };

    explicit ConnectionLimiter(const NetLimits& limits) : limits_(limits) {}
    ConnectionLimiter(const ConnectionLimiter&) = delete;
    ConnectionLimiter& operator=(const ConnectionLimiter&) = delete;

    // `exempt` is true for this machine itself and for a front, whose clients are counted by their own addresses.
    Place enter(const std::string& remote, bool exempt);
    std::size_t admitted() const { return admitted_; }
    std::size_t strangers() const { return strangers_; }

private:
    using Counts = std::map<std::string, std::size_t>;
    // Counts the place under this address, or says why it cannot.
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
