#include "canteen/net/crowd.h"

#include <utility>

namespace canteen {

Crowd::Place::Place(Place&& other) noexcept
    : crowd_(std::exchange(other.crowd_, nullptr)),
      admission_(other.admission_),
      counted_remote_(std::move(other.counted_remote_)) {}

Crowd::Place& Crowd::Place::operator=(Place&& other) noexcept {
    leave();
    crowd_ = std::exchange(other.crowd_, nullptr);
    admission_ = other.admission_;
    counted_remote_ = std::move(other.counted_remote_);
    return *this;
}

Crowd::Place::~Place() {
    leave();
}

void Crowd::Place::leave() {
    if (crowd_ == nullptr) return;
    crowd_->forget(counted_remote_);
    if (admission_ == Admission::admitted)
        --crowd_->admitted_;
    else if (admission_ != Admission::hang_up)
        --crowd_->being_refused_;
    crowd_ = nullptr;
}

void Crowd::Place::become_known() {
    if (crowd_ != nullptr) crowd_->forget(counted_remote_);
}

Admission Crowd::Place::move_to(const std::string& remote, bool loopback) {
    if (crowd_ == nullptr || admission_ != Admission::admitted) return admission_;
    crowd_->forget(counted_remote_);
    if (crowd_->count(remote, loopback, counted_remote_) != Admission::admitted) {
        admission_ = Admission::too_many_from_one;
        --crowd_->admitted_;
        ++crowd_->being_refused_;
    }
    return admission_;
}

Crowd::Place Crowd::enter(const std::string& remote, bool loopback) {
    Place place;
    place.crowd_ = this;
    place.admission_ =
        admitted_ >= limits_.connections ? Admission::full : count(remote, loopback, place.counted_remote_);
    if (place.admission_ == Admission::admitted)
        ++admitted_;
    else if (being_refused_ >= limits_.being_refused)
        place.admission_ = Admission::hang_up;
    else
        ++being_refused_;
    return place;
}

Admission Crowd::count(const std::string& remote, bool loopback, std::string& counted_remote) {
    if (loopback && limits_.exempt_loopback) return Admission::admitted;
    std::size_t& waiting = unknown_[remote];
    if (waiting >= limits_.unknown_per_remote) return Admission::too_many_from_one;
    ++waiting;
    counted_remote = remote;
    return Admission::admitted;
}

void Crowd::forget(std::string& counted_remote) {
    if (counted_remote.empty()) return;
    const auto found = unknown_.find(counted_remote);
    if (found != unknown_.end() && --found->second == 0) unknown_.erase(found);
    counted_remote.clear();
}

}  // namespace canteen
