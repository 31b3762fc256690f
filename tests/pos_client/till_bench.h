// A till and a fake server with a wire between them that the test holds: it can cut it, and lose, double or delay
// frames.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/core/till.h"
#include "tests/pos_client/fake_server.h"
#include "tests/pos_client/scratch_dir.h"

namespace canteen::till::test {

// Long enough for an answer that is on its way.
inline constexpr std::chrono::milliseconds moment{500};

class TillBench {
public:
    explicit TillBench(std::uint64_t seed = 1) : random_(seed) { restart(); }

    // Ends the till's process, without a word, and starts it again.
    void restart() {
        end();
        outbox_ = std::make_unique<Outbox>(dir_ / "till.db");
        seller_ =
            std::make_unique<Till>(TillIdentity{DeviceId{Bytes16{5}}, key_, "canteen.local"}, "A", *outbox_, random_);
    }

    // Takes effect at the next start.
    void use_key(const SigningSeed& key) { key_ = key; }

    // Copies what is on the till's disk now, to go back to it: an image, a copied folder, a card that lost its last
    // writes.
    std::filesystem::path copy_of_file(const char* name) {
        end();
        std::filesystem::copy_file(dir_ / "till.db", dir_ / name, std::filesystem::copy_options::overwrite_existing);
        restart();
        return dir_ / name;
    }
    void restart_from(const std::filesystem::path& copy) {
        end();
        std::filesystem::copy_file(copy, dir_ / "till.db", std::filesystem::copy_options::overwrite_existing);
        restart();
    }

    void reach_server(bool reachable) {
        reachable_ = reachable;
        if (!reachable && connected_) cut();
    }

    // Cuts the wire; frames under way are lost.
    void cut() {
        connected_ = false;
        to_server_.clear();
        to_till_.clear();
        seller_->on_closed(now);
        collect();
    }

    // Lets frames through but for the server's answers, or but for the till's entries; mend() lets all through again.
    void lose_answers() {
        pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    }
    void lose_entries() {
        pass_up = [](const ClientMessage& m) { return !std::holds_alternative<Submit>(m); };
    }
    void mend() {
        pass_up = [](const ClientMessage&) { return true; };
        pass_down = [](const ServerMessage&) { return true; };
    }

    // Lets time pass in small steps; frames take one step each way.
    void run_for(std::chrono::milliseconds time) {
        for (const auto end = now + time; now < end;) {
            now = now + step;
            server.now = server.now + step;
            deliver();
            seller_->on_timer(now);
            collect();
        }
    }
    void connect() {
        reach_server(true);
        run_for(std::chrono::milliseconds{12'000});
    }

    SaleQueued sell(const Basket& wanted, TenderKind pay = TenderKind::cash) {
        return std::get<SaleQueued>(try_to_sell(wanted, {{pay}}));
    }
    std::variant<SaleQueued, Rejection> try_to_sell(const Basket& wanted, const Payment& payment) {
        auto result = seller_->sell(wanted, payment, now);
        collect();
        return result;
    }

    Till& seller() { return *seller_; }
    Outbox& outbox() { return *outbox_; }

    // Returns the news of the order, as words: "queued committed".
    std::string story_of(OrderId order) const {
        std::string story;
        for (const auto& [id, word] : told_)
            if (id == order) story += (story.empty() ? "" : " ") + word;
        return story;
    }

    FakeServer server;
    Timestamp now = noon;
    std::chrono::milliseconds step{50};
    // Called for each frame; false loses it.
    std::function<bool(const ClientMessage&)> pass_up = [](const ClientMessage&) { return true; };
    std::function<bool(const ServerMessage&)> pass_down = [](const ServerMessage&) { return true; };
    std::vector<ClientMessage> heard_by_server;
    std::function<void(const News&)> hear = [](const News&) {};

private:
    void end() {
        connected_ = false;
        to_server_.clear();
        to_till_.clear();
        seller_.reset();
        outbox_.reset();
    }

    void deliver() {
        std::vector<ServerMessage> replies;
        for (auto up = std::exchange(to_server_, {}); const auto& frame : up) {
            const auto message = std::get<ClientMessage>(codec_.decode_client(frame, Encoding::binary));
            if (!pass_up(message)) continue;
            heard_by_server.push_back(message);
            for (auto& reply : server.on(message)) replies.push_back(std::move(reply));
        }
        for (auto down = std::exchange(to_till_, {}); const auto& frame : down) {
            if (!connected_) break;
            seller_->on_frame(frame, now);
            collect();
        }
        for (const auto& reply : replies) send_down(reply);
    }

    void send_down(const ServerMessage& message) {
        if (connected_ && pass_down(message)) to_till_.push_back(codec_.encode_server(message, Encoding::binary));
    }

    void collect() {
        auto work = seller_->take_work();
        for (auto& frame : work.frames)
            if (connected_) to_server_.push_back(std::move(frame));
        for (const auto& news : seller_->take_news()) {
            tell(news);
            hear(news);
        }
        if (work.hang_up && connected_) cut();
        if (!work.dial) return;
        if (!reachable_) {
            seller_->on_closed(now);
            return;
        }
        connected_ = true;
        seller_->on_open(now);
        send_down(server.challenge());
    }

    void tell(const News& news) {
        struct Words {
            std::pair<OrderId, std::string> operator()(const SaleQueued& n) { return {n.draft.id, "queued"}; }
            std::pair<OrderId, std::string> operator()(const SaleCommitted& n) { return {n.order, "committed"}; }
            std::pair<OrderId, std::string> operator()(const SaleRefused& n) {
                return {n.order, std::string(name_of(n.why.code))};
            }
            std::pair<OrderId, std::string> operator()(const SaleStated& n) { return {n.order, "stated"}; }
            std::pair<OrderId, std::string> operator()(const CancelCommitted& n) { return {n.order, "cancelled"}; }
            std::pair<OrderId, std::string> operator()(const CancelRefused& n) { return {n.order, "kept"}; }
            std::pair<OrderId, std::string> operator()(const RefundCommitted& n) { return {n.order, "refunded"}; }
            std::pair<OrderId, std::string> operator()(const RefundRefused& n) { return {n.order, "not_refunded"}; }
            std::pair<OrderId, std::string> operator()(const FactCommitted& n) { return {{n.id}, "booked"}; }
            std::pair<OrderId, std::string> operator()(const FactRefused& n) { return {{n.id}, "not_booked"}; }
        };
        told_.push_back(std::visit(Words{}, news));
    }

    ScratchDir dir_;
    SigningSeed key_{};
    CountingRandom random_;
    ProtobufCodec codec_;
    std::unique_ptr<Outbox> outbox_;
    std::unique_ptr<Till> seller_;
    std::deque<std::string> to_server_, to_till_;
    bool connected_ = false, reachable_ = false;
    std::vector<std::pair<OrderId, std::string>> told_;
};

}  // namespace canteen::till::test
