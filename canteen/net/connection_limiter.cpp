#include "canteen/net/connection_limiter.h"

#include <utility>

#include "canteen/app/address.h"

namespace canteen {

ConnectionLimiter::Place::Place(Place&& other) noexcept
    : limiter_(std::exchange(other.limiter_, nullptr)),
      admission_(other.admission_),
      count_(std::exchange(other.count_, Count::none)),
      counted_(std::move(other.counted_)),
      is_stranger_(std::exchange(other.is_stranger_, false)) {}

ConnectionLimiter::Place& ConnectionLimiter::Place::operator=(Place&& other) noexcept {
    leave();
    limiter_ = std::exchange(other.limiter_, nullptr);
    admission_ = other.admission_;
    count_ = std::exchange(other.count_, Count::none);
    counted_ = std::move(other.counted_);
    is_stranger_ = std::exchange(other.is_stranger_, false);
    return *this;
}

ConnectionLimiter::Place::~Place() {
    leave();
}

void ConnectionLimiter::Place::leave() {
    if (limiter_ == nullptr) return;
    forget();
    if (admission_ == Admission::admitted)
        --limiter_->admitted_;
    else if (admission_ != Admission::hang_up)
        --limiter_->being_refused_;
    limiter_ = nullptr;
}

void ConnectionLimiter::Place::forget() {
    if (count_ == Count::none) return;
    auto& counts = limiter_->counts_of(std::exchange(count_, Count::none));
    const auto found = counts.find(counted_);
    if (found != counts.end() && --found->second == 0) counts.erase(found);
    if (std::exchange(is_stranger_, false)) --limiter_->strangers_;
}

void ConnectionLimiter::Place::become_known() {
    if (limiter_ == nullptr || count_ == Count::none) return;
    if (limiter_->house_.size() >= limiter_->limits_.house_addresses) limiter_->house_.clear();
    limiter_->house_.insert(counted_);
    forget();
}

Admission ConnectionLimiter::Place::upgrade(const std::string& remote, bool exempt) {
    if (limiter_ == nullptr || admission_ != Admission::admitted) return admission_;
    forget();
    if (exempt && limiter_->limits_.exempt_loopback) return admission_;
    admission_ = limiter_->count(*this, Count::unknown, remote);
    if (admission_ != Admission::admitted) {
        --limiter_->admitted_;
        ++limiter_->being_refused_;
    }
    return admission_;
}

ConnectionLimiter::Place ConnectionLimiter::enter(const std::string& remote, bool exempt) {
    Place place;
    place.limiter_ = this;
    place.admission_ = Admission::admitted;
    if (admitted_ >= limits_.connections)
        place.admission_ = Admission::full;
    else if (!exempt || !limits_.exempt_loopback)
        place.admission_ = count(place, Place::Count::plain, remote);
    if (place.admission_ == Admission::admitted)
        ++admitted_;
    else if (being_refused_ >= limits_.being_refused)
        place.admission_ = Admission::hang_up;
    else
        ++being_refused_;
    return place;
}

Admission ConnectionLimiter::count(Place& place, Place::Count as, const std::string& remote) {
    const auto address = counted_address(remote);
    const bool is_house = house_.contains(address);
    if (!is_house && strangers_ >= limits_.strangers) return Admission::full;
    auto& counts = counts_of(as);
    const auto most = as == Place::Count::plain ? limits_.plain_per_remote : limits_.unknown_per_remote;
    const auto found = counts.find(address);
    if (found != counts.end() && found->second >= most) return Admission::too_many_from_one;
    ++counts[address];
    place.count_ = as;
    place.counted_ = address;
    place.is_stranger_ = !is_house;
    if (!is_house) ++strangers_;
    return Admission::admitted;
}

}  // namespace canteen
