#include "tests/simulation/till_process.h"

#include <fstream>
#include <utility>

#include "canteen/domain/base/hex.h"
#include "pos-client/counter/giving_back.h"
#include "pos-client/outbox/pairing.h"

namespace canteen::simulation {
namespace {

constexpr std::size_t all_entries = 1'000'000;

struct Words {
    std::pair<OrderId, std::string> operator()(const till::SaleQueued& n) const { return {n.draft.id, "queued"}; }
    std::pair<OrderId, std::string> operator()(const till::SaleCommitted& n) const { return {n.order, "committed"}; }
    std::pair<OrderId, std::string> operator()(const till::SaleRefused& n) const {
        return {n.order, std::string(name_of(n.why.code))};
    }
    std::pair<OrderId, std::string> operator()(const till::SaleStated& n) const { return {n.order, "stated"}; }
    std::pair<OrderId, std::string> operator()(const till::CancelCommitted& n) const { return {n.order, "cancelled"}; }
    std::pair<OrderId, std::string> operator()(const till::CancelRefused& n) const { return {n.order, "kept"}; }
    std::pair<OrderId, std::string> operator()(const till::RefundCommitted& n) const { return {n.order, "refunded"}; }
    std::pair<OrderId, std::string> operator()(const till::RefundRefused& n) const { return {n.order, "not_refunded"}; }
    std::pair<OrderId, std::string> operator()(const till::FactCommitted& n) const { return {{n.id}, "booked"}; }
    std::pair<OrderId, std::string> operator()(const till::FactRefused& n) const { return {{n.id}, "not_booked"}; }
};

}  // namespace

TillProcess::TillProcess(World& world, ServerProcess& server, CounterBook& book, std::uint32_t number,
                         std::string letters, const std::filesystem::path& directory)
    : world_(world),
      server_(server),
      book_(book),
      id_(testing::id_of<DeviceId>(number)),
      letters_(std::move(letters)),
      file_(directory / ("till_" + letters_ + ".db")),
      copy_(directory / ("till_" + letters_ + "_copy.db")),
      random_(world.chance.next()),
      begun_(world.now()) {
    seed_.fill(static_cast<std::uint8_t>(number));
}

Device TillProcess::device() const {
    Device device;
    device.id = id_;
    device.role = Role::till;
    device.name = "till " + letters_;
    device.letters = letters_;
    device.public_key = public_key_of(seed_);
    device.claimed = true;
    return device;
}

void TillProcess::take_over(const std::filesystem::path& directory) {
    std::filesystem::copy_file(directory / "till.db", file_);
    std::ifstream key(directory / "key", std::ios::binary);
    for (auto& byte : seed_) byte = static_cast<std::uint8_t>(key.get());
    const till::Outbox left(file_);
    id_ = till::kept_pairing(left).value().device;
    for (const auto& entry : left.kept_from(0, all_entries)) {
        const auto sale = till::sale_kept_of(left, entry.order).value();
        book_.on_news(till::SaleQueued{sale.draft, false}, left.order(entry.order)->sold_at);
    }
}

Timestamp TillProcess::local_now() const {
    const auto run = world_.now() - begun_;
    return world_.now() + skew_ + run * drift_ppm_ / 1'000'000;
}

void TillProcess::skew_clock(Milliseconds by, int drift_ppm) {
    skew_ = by;
    drift_ppm_ = drift_ppm;
}

void TillProcess::start() {
    outbox_ = std::make_unique<till::Outbox>(file_);
    seller_ = std::make_unique<till::Till>(till::TillIdentity{id_, seed_, host_name}, letters_, *outbox_, random_);
    world_.tell("till " + letters_ + " starts");
    on_start();
    every_tick(++run_);
}

void TillProcess::stop() {
    ++run_;
    hang_up();
    if (is_up()) on_stop();
    seller_.reset();
    outbox_.reset();
    world_.tell("till " + letters_ + " ends");
    if (world_.plant == Plant::forgotten_entries)
        for (const auto* part : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + part);
}

void TillProcess::copy_file() {
    if (!is_up()) return;
    for (const auto* part : {"", "-wal"})
        if (std::filesystem::exists(file_.string() + part))
            std::filesystem::copy_file(file_.string() + part, copy_.string() + part,
                                       std::filesystem::copy_options::overwrite_existing);
    world_.tell("till " + letters_ + "'s file is copied");
}

void TillProcess::forget_what_is_not_in_the_copy() {
    const auto scratch = copy_.string() + ".read";
    for (const auto* part : {"", "-wal"})
        if (std::filesystem::exists(copy_.string() + part))
            std::filesystem::copy_file(copy_.string() + part, scratch + part,
                                       std::filesystem::copy_options::overwrite_existing);
    const till::Outbox then(scratch), now(file_);
    for (const auto& entry : now.kept_from(0, all_entries))
        if (!then.entry_of(entry.command)) {
            book_.forget(entry.order);
            on_forgotten(entry);
        }
}

void TillProcess::go_back_to_copy_after(Milliseconds down) {
    stop();
    if (!std::filesystem::exists(file_)) return restart_after(down);
    on_older_file();
    forget_what_is_not_in_the_copy();
    for (const auto* part : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file_.string() + part);
        if (std::filesystem::exists(copy_.string() + part))
            std::filesystem::copy_file(copy_.string() + part, file_.string() + part);
    }
    world_.tell("till " + letters_ + "'s file is an older one");
    if (world_.plant == Plant::dropped_at_the_fork) {
        SQLite::Database file(file_.string(), SQLite::OPEN_READWRITE);
        file.exec("DELETE FROM orders WHERE order_id IN (SELECT order_id FROM entries WHERE state = 1)");
        file.exec("DELETE FROM entries WHERE state = 1");
    }
    restart_after(down);
}

void TillProcess::pair_again_after(Milliseconds down) {
    if (!server_.is_up()) return;
    if (is_up()) stop();
    ++seed_.back();
    make_key_known();
    world_.tell("till " + letters_ + " is paired again");
    if (world_.plant == Plant::new_outbox_when_paired)
        for (const auto* part : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + part);
    restart_after(down);
}

void TillProcess::make_key_known() {
    server_.give(ClaimDevice{id_, public_key_of(seed_)});
}

void TillProcess::restart_after(Milliseconds down) {
    if (is_up()) stop();
    const auto run = ++run_;
    world_.scheduler.after(down, [this, run] {
        if (run == run_) start();
    });
}

void TillProcess::set_online(bool online) {
    is_online_ = online;
    world_.tell("till " + letters_ + (online ? " is online" : " is offline"));
    if (!online && line_) line_->cut();
}

void TillProcess::every_tick(std::uint64_t run) {
    if (run != run_) return;
    seller_->on_timer(local_now());
    pump();
    world_.scheduler.after(tick_, [this, run] { every_tick(run); });
}

void TillProcess::pump() {
    auto work = seller_->take_work();
    if (work.dial) dial();
    if (line_)
        for (auto& frame : work.frames) line_->send_up(std::move(frame));
    for (const auto& news : seller_->take_news()) hear(news);
    if (!work.hang_up || !line_) return;
    hang_up();
    seller_->on_closed(local_now());
}

void TillProcess::hang_up() {
    if (auto line = std::exchange(line_, nullptr)) line->hang_up();
}

void TillProcess::dial() {
    const auto run = run_;
    LineClient client;
    client.on_open = [this, run] {
        if (run != run_) return;
        seller_->on_open(local_now());
        pump();
    };
    client.on_frame = [this, run](std::string_view frame) {
        if (run != run_) return;
        seller_->on_frame(frame, local_now());
        pump();
    };
    client.on_closed = [this, run] {
        if (run != run_) return;
        line_.reset();
        seller_->on_closed(local_now());
        pump();
    };
    line_ = std::make_shared<Line>(world_, std::move(client));
    if (world_.has(Fault::older_protocol) && world_.chance.one_in(2)) line_->speak_first_protocol();
    world_.scheduler.after(Milliseconds{2},
                           [this, line = line_] { is_online_ ? server_.let_in(line, "") : line->fail_to_open(); });
}

std::optional<OrderId> TillProcess::sell(const till::Basket& basket) {
    if (!is_up()) return std::nullopt;
    const auto result = seller_->sell(basket, {{TenderKind::cash}}, local_now());
    const auto* queued = std::get_if<till::SaleQueued>(&result);
    if (queued) baskets_[queued->draft.id] = basket;
    pump();
    if (!queued) return std::nullopt;
    return queued->draft.id;
}

void TillProcess::cancel(OrderId order) {
    if (!is_up()) return;
    const auto became = seller_->cancel(order, local_now()).how;
    if (became == till::TakingBack::asked || became == till::TakingBack::done)
        world_.tell("till " + letters_ + " takes one back");
    pump();
}

void TillProcess::cancel_any() {
    if (!sold_.empty()) cancel(sold_[world_.chance.below(sold_.size())]);
}

void TillProcess::cancel_last() {
    if (!sold_.empty()) cancel(sold_.back());
}

void TillProcess::hear(const till::News& news) {
    const bool is_unbooked = world_.plant == Plant::double_sale && std::holds_alternative<till::SaleQueued>(news) &&
                             !world_.is_calm && !told_.empty() && told_.back().second == "stated";
    if (!is_unbooked) book_.on_news(news, world_.now());
    auto told = std::visit(Words{}, news);
    world_.tell("till " + letters_ + " " + to_hex(told.first.bytes).substr(24) + " " + told.second);
    told_.push_back(told);
    if (std::holds_alternative<till::SaleQueued>(news)) sold_.push_back(told.first);
    on_news(news);
    const auto* refused = std::get_if<till::SaleRefused>(&news);
    if (refused && refused->why.sums && !world_.is_calm && baskets_.contains(refused->order)) {
        auto agreed = baskets_.at(refused->order);
        agreed.agreed = refused->why.sums;
        sell(agreed);
    }
    if (world_.plant == Plant::double_sale && std::holds_alternative<till::SaleStated>(news) && !world_.is_calm)
        sell(baskets_.at(told.first));
}

std::string TillProcess::story_of(OrderId order) const {
    std::string story;
    for (const auto& [id, word] : told_)
        if (id == order) story += (story.empty() ? "" : " ") + word;
    return story;
}

}  // namespace canteen::simulation
