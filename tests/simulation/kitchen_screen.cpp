#include "tests/simulation/kitchen_screen.h"

#include <iterator>
#include <utility>

#include "canteen/wire/client_codec.h"

namespace canteen::simulation {
namespace {

constexpr Milliseconds patience{15'000};

}  // namespace

KitchenScreen::KitchenScreen(World& world, ServerProcess& server, std::uint32_t number)
    : world_(world), server_(server), id_(testing::id_of<DeviceId>(number)), random_(world.chance.next()) {}

Device KitchenScreen::device() const {
    Device device;
    device.id = id_;
    device.role = Role::kitchen;
    device.name = "kitchen";
    device.claimed = true;
    return device;
}

void KitchenScreen::dial() {
    is_welcome_ = has_asked_ = false;
    heard_ = world_.now();
    LineClient client;
    client.on_open = [] {};
    client.on_frame = [this](std::string_view frame) { on_frame(frame); };
    client.on_closed = [this] { lose_line(); };
    line_ = std::make_shared<Line>(world_, std::move(client));
    server_.let_in(line_, cookie());
    every_second(line_);
}

void KitchenScreen::lose_line() {
    line_.reset();
    world_.tell("the kitchen has no line");
    world_.scheduler.after(world_.chance.between(300, 2'000), [this] { dial(); });
}

void KitchenScreen::every_second(const std::shared_ptr<Line>& line) {
    if (line != line_) return;
    if (world_.now() - heard_ > patience) {
        line->hang_up();
        return lose_line();
    }
    if (is_welcome_) send(Ping{1});
    has_asked_ = false;
    world_.scheduler.after(std::chrono::seconds{1}, [this, line] { every_second(line); });
}

void KitchenScreen::send(const ClientMessage& message) {
    if (line_) line_->send_up(encode_client(message));
}

void KitchenScreen::on_frame(std::string_view frame) {
    heard_ = world_.now();
    auto message = decode_server(frame);
    if (std::holds_alternative<Challenge>(message)) {
        Hello hello;
        hello.role = Role::kitchen;
        hello.feeds = {follower_.cursor(Feed::kitchen)};
        send(hello);
    } else if (std::holds_alternative<Welcome>(message)) {
        is_welcome_ = true;
        world_.tell("the kitchen is connected, " + std::to_string(unanswered_.size()) + " commands to send again");
        for (const auto& command : unanswered_) send(Submit{command, "", 0, {}});
    } else if (auto* feed = std::get_if<FeedFrame>(&message)) {
        on_feed(std::move(*feed));
    } else if (const auto* goodbye = std::get_if<Goodbye>(&message)) {
        world_.tell("the kitchen is sent away: " + goodbye->name);
    } else if (const auto* answer = std::get_if<Answer>(&message)) {
        on_answer(*answer);
    }
}

void KitchenScreen::on_feed(FeedFrame frame) {
    if (world_.plant == Plant::blind_kitchen && !frame.snapshot) frame.after = follower_.cursor(frame.feed).seq;
    if (follower_.take(frame)) {
        has_asked_ = false;
    } else if (!std::exchange(has_asked_, true)) {
        send(Resume{follower_.cursor(Feed::kitchen)});
    }
}

void KitchenScreen::on_answer(const Answer& answer) {
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    if (why && why->code == RejectionCode::busy) return;
    std::erase_if(unanswered_, [&](const Command& command) { return command.id == answer.command; });
}

void KitchenScreen::give(CommandBody body) {
    unanswered_.push_back({new_id<CommandId>(world_.now(), random_), std::move(body)});
    if (is_welcome_) send(Submit{unanswered_.back(), "", 0, {}});
}

void KitchenScreen::work_on_any() {
    const auto& tickets = picture().tickets;
    if (tickets.empty()) return;
    const auto& [id, ticket] =
        *std::next(tickets.begin(), static_cast<std::ptrdiff_t>(world_.chance.below(tickets.size())));
    switch (ticket.state) {
        case TicketState::open:
            if (world_.chance.one_in(2)) return give(MarkLine{id, 0, true});
            return give(MarkTicket{id, true});
        case TicketState::ready:
            if (world_.chance.one_in(5)) return give(MarkTicket{id, false});
            return give(HandOver{id});
        case TicketState::cancelled:
            return give(AcknowledgeCancelled{id});
        case TicketState::handed_over:
            return;
    }
}

}  // namespace canteen::simulation
