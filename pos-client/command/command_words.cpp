#include "pos-client/command/command_words.h"

#include <map>

#include "canteen/domain/base/text.h"
#include "canteen/domain/model/names.h"
#include "pos-client/command/cancel_command.h"
#include "pos-client/command/queue_command.h"
#include "pos-client/command/refund_command.h"
#include "pos-client/command/sell_command.h"
#include "pos-client/till/dish_text.h"

namespace canteen::till {
namespace {

using Texts = std::vector<std::string>;

const std::map<std::string, Language> languages{{"zh", Language::zh}, {"en", Language::en}};
const auto modes = by_name<ServiceMode>({ServiceMode::dine_in, ServiceMode::takeaway, ServiceMode::delivery});
const auto reasons = by_name<RefundReason>(
    {RefundReason::guest_asked, RefundReason::wrong_entry, RefundReason::not_served, RefundReason::quality});

// Fills a command's options from its words and notes how to make it. `prepare` reads what CLI11 cannot.
template <class Made, class Options>
std::shared_ptr<Options> on_chosen(CLI::App& words, SaidWords& said, std::function<void(Options&)> prepare) {
    auto options = std::make_shared<Options>();
    words.callback([options, &said, prepare] {
        said.chosen = [options, &said, prepare] {
            prepare(*options);
            return Chosen{options->directory, said.language, std::make_unique<Made>(*options)};
        };
    });
    return options;
}

void read_line_if_dash(std::string& word, SaidWords& said) {
    if (word != "-") return;
    word.clear();
    std::getline(said.input, word);
    said.lines += word + "\n";
}

template <class Parse>
auto that_reads(Parse parse, const char* what) {
    return [parse, what](const std::string& text) { return parse(text) ? std::string() : what + (": " + text); };
}

void add_directory(CLI::App& words, std::filesystem::path& directory) {
    words.add_option("--dir", directory, "the till's directory")->required();
}

void add_basket(CLI::App& sell, Basket& basket) {
    auto* by_number = sell.add_option("--member", basket.member_number, "member number");
    sell.add_option("--card", basket.card, "the member's card, as the reader types it; - is a line of the input")
        ->excludes(by_number);
    sell.add_option("--mode", basket.mode, "dine_in, takeaway or delivery")
        ->type_name("MODE")
        ->transform(words_of(modes));
}

void add_sell(CLI::App& app, SaidWords& said) {
    auto dishes = std::make_shared<Texts>(), payment = std::make_shared<Texts>();
    auto* sell = app.add_subcommand("sell", "Make one sale");
    auto options = on_chosen<SellCommand, SellOptions>(*sell, said, [dishes, payment, &said](SellOptions& o) {
        read_line_if_dash(o.basket.card, said);
        for (const auto& dish : *dishes) o.basket.lines.push_back(*parse_dish(dish));
        for (const auto& part : *payment) o.pay.push_back(*parse_payment(part));
    });
    add_directory(*sell, options->directory);
    sell->add_option("--dish", *dishes, "ID, IDxN, ID:GRAMSg, or ID=A+B of a set meal; as often as needed")
        ->required()
        ->check(that_reads(parse_dish, "no dish"));
    add_basket(*sell, options->basket);
    sell->add_option(
            "--pay", *payment,
            "cash, wechat, alipay, unionpay, ecny, stored_value, points, allowance:CODE or employer:CODE, with "
            ":YUAN for a part of the bill; as often as needed")
        ->type_name("TENDER")
        ->check(that_reads(parse_payment, "no tender"));
    sell->add_flag("--agree", options->agree, "also to a price that changed in the meantime");
    sell->add_option("--wait-ms", options->wait_ms, "for the server, before and after");
}

template <class Options>
void add_order(CLI::App& words, Options& options, std::string& date) {
    words.add_option("pickup", options.order.pickup, "its pickup number, A012")->required();
    add_directory(words, options.directory);
    words.add_option("--date", date, "of the order's meal, 2026-04-14: if several days have that number")
        ->check(that_reads(parse_date, "no date"));
    words.add_option("--wait-ms", options.wait_ms, "for the server, before and after");
}

void add_cancel(CLI::App& app, SaidWords& said) {
    auto date = std::make_shared<std::string>();
    auto* cancel = app.add_subcommand("cancel", "Take one of this till's orders back");
    auto options = on_chosen<CancelCommand, CancelOptions>(
        *cancel, said, [date](CancelOptions& o) { o.order.date = parse_date(*date); });
    add_order(*cancel, *options, *date);
}

void add_refund(CLI::App& app, SaidWords& said) {
    auto date = std::make_shared<std::string>();
    auto lines = std::make_shared<Texts>();
    auto* refund = app.add_subcommand("refund", "Give money back for one of this till's orders, whole or by line");
    auto options = on_chosen<RefundCommand, RefundOptions>(*refund, said, [date, lines](RefundOptions& o) {
        o.order.date = parse_date(*date);
        for (const auto& line : *lines) o.lines.push_back(*parse_refund_line(line));
    });
    add_order(*refund, *options, *date);
    refund->add_option("--line", *lines, "N (one portion of line N), NxQ, or N:GRAMSg; as often as needed")
        ->check(that_reads(parse_refund_line, "no line"));
    refund->add_option("--reason", options->reason, "guest_asked, wrong_entry, not_served or quality")
        ->type_name("REASON")
        ->transform(words_of(reasons));
}

void add_queue(CLI::App& app, SaidWords& said) {
    auto* queue = app.add_subcommand("queue", "List what waits, and what the server decided otherwise");
    auto options = on_chosen<QueueCommand, QueueOptions>(*queue, said, [](QueueOptions&) {});
    add_directory(*queue, options->directory);
    queue->add_flag("--dismiss", options->dismiss, "the latter was dealt with");
}

}  // namespace

void add_till_commands(CLI::App& app, SaidWords& said) {
    app.add_option("--lang", said.language, "zh or en")->type_name("LANGUAGE")->transform(words_of(languages));
    for (auto* add : {add_sell, add_cancel, add_refund, add_queue}) add(app, said);
}

std::variant<Chosen, std::string> read_command(const std::vector<std::string>& words, std::istream& input) {
    CLI::App app;
    SaidWords said{input};
    add_till_commands(app, said);
    app.require_subcommand(1);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them from the back
        return said.chosen();
    } catch (const CLI::ParseError& error) {
        return std::string(error.what());
    }
}

}  // namespace canteen::till
