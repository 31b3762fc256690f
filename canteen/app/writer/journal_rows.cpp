#include "canteen/app/writer/journal_rows.h"

#include <iterator>
#include <utility>

#include "canteen/app/codec.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

namespace {

// A drawer's fact and its money stand in one row.
bool is_of_drawer(const Event& event) {
    return std::holds_alternative<FactStated>(event) || std::holds_alternative<ShiftOpened>(event) ||
           std::holds_alternative<ShiftClosed>(event) || std::holds_alternative<DrawerMoved>(event);
}

// A record of an import begins a row of its own, so that a row stays small.
bool begins_record(const Event& event, const Event& before) {
    const auto* points = std::get_if<PointsPosted>(&event);
    if (points && points->order.is_nil()) return std::holds_alternative<PointsPosted>(before);
    const auto* posted = std::get_if<LedgerPosted>(&event);
    const auto* used = std::get_if<RightUsed>(&event);
    if (used && used->order.is_nil()) return used->right.ordinal <= 1;  // the first of an opening use's
    return std::holds_alternative<MemberRecorded>(event) || std::holds_alternative<MenuPublished>(event) ||
           (posted && posted->order.is_nil() && !is_of_drawer(before));
}

std::vector<Events> by_record(Events events) {
    std::vector<Events> parts(1);
    for (auto& event : events) {
        if (!parts.back().empty() && begins_record(event, parts.back().back())) parts.emplace_back();
        parts.back().push_back(std::move(event));
    }
    return parts;
}

class RowMaker {
public:
    RowMaker(Store& store, const JournalRow& before) : store_(store), before_(before), last_(before.seq) {}

    // Cut in two as often as it takes.
    Refusal add(Events events) {
        JournalRow row = before_;
        row.seq = last_ + 1;
        row.events = std::move(events);
        row.bytes = store_.encode(row);
        if (row.events.size() > 1 && row.bytes.size() > max_row_bytes) return add_halves(std::move(row.events));
        if (row.bytes.size() > max_event_bytes)
            return refuse(RejectionCode::too_large, {param("bytes", static_cast<std::int64_t>(row.bytes.size())),
                                                     param("most", static_cast<std::int64_t>(max_event_bytes))});
        last_ = row.seq;
        rows_.push_back(std::move(row));
        return {};
    }

    std::vector<JournalRow> take() { return std::move(rows_); }

private:
    Refusal add_halves(Events events) {
        const auto middle = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
        Events second(std::make_move_iterator(middle), std::make_move_iterator(events.end()));
        events.erase(middle, events.end());
        if (auto refusal = add(std::move(events))) return refusal;
        return add(std::move(second));
    }

    Store& store_;
    const JournalRow& before_;
    Seq last_;
    std::vector<JournalRow> rows_;
};

}  // namespace

std::variant<std::vector<JournalRow>, Rejection> rows_of(Store& store, const JournalRow& before, Events events) {
    RowMaker maker(store, before);
    try {
        for (auto& part : by_record(std::move(events)))
            if (auto refusal = maker.add(std::move(part))) return *std::move(refusal);
    } catch (const CodecError& error) {
        return refuse(RejectionCode::unwritable, {param("what", error.what())});
    }
    return maker.take();
}

}  // namespace canteen
