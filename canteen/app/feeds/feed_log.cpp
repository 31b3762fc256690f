#include "canteen/app/feeds/feed_log.h"

#include <algorithm>
#include <utility>

namespace canteen {
namespace {

void add(FeedFrame& frame, const FeedItem& item) {
    struct Adder {
        FeedFrame& frame;
        void operator()(const Ticket& t) { frame.tickets.push_back(t); }
        void operator()(const PortionsLeft& p) { frame.portions.push_back(p); }
        void operator()(const Menu& m) { frame.menus.push_back(m); }
        void operator()(const MemberSheets& s) { frame.sheets.insert(frame.sheets.end(), s.begin(), s.end()); }
        void operator()(const RightUse& u) { frame.uses.push_back(u); }
        void operator()(const MemberBalance& b) { frame.balances.push_back(b); }
        void operator()(const StaffShown& s) { frame.staff.push_back(s); }
        void operator()(const MemberGone& m) { frame.members_gone.push_back(m.member); }
    };
    std::visit(Adder{frame}, item);
}

}  // namespace

FeedLog::FeedLog(const Codec& codec, Feed feed, Epoch epoch, Seq seq)
    : codec_(codec), feed_(feed), epoch_(epoch), seq_(seq), oldest_(seq + 1) {}

FeedFrame FeedLog::frame_of(std::span<const FeedItem> items, Timestamp now) const {
    FeedFrame frame;
    frame.feed = feed_;
    frame.epoch = epoch_;
    frame.seq = seq_;
    frame.server_time = now;
    for (const auto& item : items) add(frame, item);
    return frame;
}

void FeedLog::append(const FeedItems& items, Seq seq, Timestamp now) {
    auto after = std::exchange(seq_, seq);
    is_cut_anew_ = false;
    kept_.push_back({frame_of(items, now), {}});
    kept_.back().frame.after = after;
    forget_snapshots();
    encoded(kept_.back(), {});
    drop_old();
}

void FeedLog::reset(Seq seq) {
    is_cut_anew_ = seq <= seq_;
    oldest_ = is_cut_anew_ ? seq_ + 1 : seq;
    seq_ = std::max(seq, seq_);
    kept_.clear();
    kept_bytes_ = 0;
    forget_snapshots();
}

void FeedLog::drop_old() {
    while (kept_.size() > max_kept_frames || (kept_bytes_ > max_kept_frame_bytes && kept_.size() > 1)) {
        for (const auto& bytes : kept_.front().bytes) kept_bytes_ -= bytes ? bytes->size() : 0;
        kept_.pop_front();
    }
}

const FrameBytes& FeedLog::encoded(Kept& kept, Dialect dialect) {
    auto& bytes = kept.bytes[index_of(dialect)];
    if (!bytes) {
        bytes = std::make_shared<const std::string>(encode_in(dialect, codec_, kept.frame));
        kept_bytes_ += bytes->size();
    }
    return bytes;
}

std::optional<FrameList> FeedLog::from(std::size_t first, Dialect dialect) {
    FrameList frames;
    for (auto i = first; i < kept_.size(); ++i) {
        frames.push_back(encoded(kept_[i], dialect));
        if (frames.back()->size() > max_outbound_frame_bytes) return std::nullopt;
    }
    return frames;
}

std::optional<FrameList> FeedLog::last(Dialect dialect) {
    return from(kept_.size() - 1, dialect);
}

std::optional<FrameList> FeedLog::since(const Cursor& cursor, Dialect dialect) {
    if (cursor.epoch != epoch_ || cursor.seq < oldest_) return std::nullopt;
    if (cursor.seq == seq_) return FrameList{};
    auto after = [](const Kept& kept) { return kept.frame.after; };
    auto found = std::ranges::lower_bound(kept_, cursor.seq, {}, after);
    if (found == kept_.end() || found->frame.after != cursor.seq) return std::nullopt;
    if (static_cast<std::size_t>(kept_.end() - found) > max_gap_frames) return std::nullopt;
    return from(static_cast<std::size_t>(found - kept_.begin()), dialect);
}

void FeedLog::split(std::span<const FeedItem> items, Dialect dialect,
                    std::vector<std::span<const FeedItem>>& parts) const {
    auto bytes = encode_in(dialect, codec_, frame_of(items, {})).size();
    // The frame's instant and its marks come on top of what was measured.
    constexpr std::size_t head_bytes = 256;
    if (bytes + head_bytes <= max_outbound_frame_bytes || items.size() <= 1) {
        parts.push_back(items);
        return;
    }
    auto count = std::min(items.size(), bytes / (max_outbound_frame_bytes - head_bytes) + 1);
    count = std::max<std::size_t>(count, 2);
    for (std::size_t i = 0; i < count; ++i) {
        auto begin = items.size() * i / count;
        auto end = items.size() * (i + 1) / count;
        split(items.subspan(begin, end - begin), dialect, parts);
    }
}

// A picture that takes longer to make than it is kept would otherwise be made anew for each follower.
const FrameList& FeedLog::snapshot(const View& view, Dialect dialect, Clock& clock) {
    auto& kept = snapshots_[index_of(dialect)];
    const bool is_timed = feed_ == Feed::kitchen || feed_ == Feed::menu;
    const auto now = clock.now();
    if (kept && (!is_timed || now - kept->finished <= snapshot_kept_for)) return kept->frames;
    auto frames = picture_of(view, dialect, now);
    kept = KeptSnapshot{std::move(frames), clock.now()};
    return kept->frames;
}

FrameList FeedLog::picture_of(const View& view, Dialect dialect, Timestamp now) const {
    FrameList frames;
    auto items = view.snapshot();
    std::vector<std::span<const FeedItem>> parts;
    split(items, dialect, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto frame = frame_of(parts[i], now);
        frame.snapshot = SnapshotMark{i == 0, i + 1 == parts.size()};
        frames.push_back(std::make_shared<const std::string>(encode_in(dialect, codec_, frame)));
    }
    return frames;
}

}  // namespace canteen
