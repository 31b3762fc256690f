// Who is connected, counted against the limits: all together, and per address as long as it is not known. I/O thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "canteen/net/limits.h"

namespace canteen {

enum class Admission : std::uint8_t {
    admitted,
    full,               // told 503
    too_many_from_one,  // told 429
    hang_up,            // not even told
};

class Crowd {
public:
    // A place in the crowd, given back when it is destroyed. The crowd outlives its places.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&& other) noexcept;
        ~Place();

        Admission admission() const { return admission_; }
        // The peer showed who it is: its address' count no longer holds it.
        void become_known();
        // A front said for whom it connects. Returns what admission() is now.
        Admission move_to(const std::string& remote, bool loopback);

    private:
        friend class Crowd;
        void leave();
        Crowd* crowd_ = nullptr;
        Admission admission_ = Admission::hang_up;
        std::string counted_remote_;  // "" if it is not counted per address
    };

    explicit Crowd(const NetLimits& limits) : limits_(limits) {}
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    Place enter(const std::string& remote, bool loopback);
    std::size_t admitted() const { return admitted_; }

private:
    Admission count(const std::string& remote, bool loopback, std::string& counted_remote);
    void forget(std::string& counted_remote);

    const NetLimits limits_;
    std::size_t admitted_ = 0;
    std::size_t being_refused_ = 0;
    std::map<std::string, std::size_t> unknown_;
};

}  // namespace canteen
