// The command line of canteen-server: words to a Config and one subcommand.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "canteen/cli/claim_commands.h"
#include "canteen/cli/commands.h"
#include "canteen/cli/office_commands.h"
#include "canteen/cli/schemes_test_command.h"
#include "canteen/cli/terminal_words.h"
#include "canteen/crypto/private_memory.h"

namespace {

using namespace canteen;

struct Words {
    std::filesystem::path directory = "canteen-data";
    std::string kind, role, name, again, letters, anchor, demo_clock, priority;
    std::filesystem::path file, pages, claim, scratch;
    std::string date, number, reason = "guest_asked";
    std::string yuan, bonus = "0", by = "cash", reference, to;
    std::vector<std::string> lines, means;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> hosts;
    Config config;  // of init
    ClaimWords claims;
    PrintWords print;
    ExplainWords explain{"", "", "", "", "dine_in", "0", "zh", "number"};
    std::string address;
    int port = -1;
    bool is_strict = false, insecure_lan = false;
};

std::optional<DemoTime> demo_time(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto time = parse_demo_time(text);
    if (!time)
        throw OperatorError("--demo-clock must be like 2026-04-14T10:55:00+08:00 or 2026-04-14T10:55:00+08:00,60");
    return time;
}

Config config_to_make(const Words& words) {
    auto config = words.config;
    config.directory = std::filesystem::absolute(words.directory);
    config.hosts.insert(config.hosts.end(), words.hosts.begin(), words.hosts.end());
    if (config.key_file.empty()) config.key_file = config.directory / "canteen.key";
    return config;
}

Config config_to_serve(const Words& words) {
    auto config = load_config(std::filesystem::absolute(words.directory));
    if (!words.pages.empty()) config.pages = words.pages;
    if (!words.address.empty()) config.address = words.address;
    if (words.port >= 0) config.port = static_cast<std::uint16_t>(words.port);
    config.insecure_lan = words.insecure_lan;
    config.scratch = words.scratch;
    return config;
}

void add_init(CLI::App& app, Words& words) {
    auto* init_app = app.add_subcommand("init", "make a new canteen in --dir");
    init_app->add_option("--name", words.config.site.name, "the site's name")->required();
    init_app->add_option("--area", words.config.site.area, "the site's street code, 9 digits")->required();
    init_app->add_option("--key-file", words.config.key_file, "where the site's keys go (by default into --dir)");
    init_app->add_option("--host", words.hosts, "a further name clients may dial; may be given several times");
    init_app->add_option("--port", words.config.port, "0 takes any free one");
    init_app->add_flag("--demo", words.config.demo, "a demo canteen, whose clock may be set");
    init_app->add_option("--demo-clock", words.demo_clock, "when the demo canteen begins");
}

void add_serve(CLI::App& app, Words& words) {
    auto* serve_app = app.add_subcommand("serve", "serve tills and screens until interrupted");
    serve_app->add_option("--pages", words.pages, "the folder of built pages");
    serve_app->add_option("--address", words.address);
    serve_app->add_option("--port", words.port)->check(CLI::Range(0, 65'535));
    serve_app->add_flag("--insecure-lan", words.insecure_lan, "listen beyond loopback without TLS");
    serve_app->add_option("--demo-clock", words.demo_clock, "INSTANT[,SPEED], only for a demo canteen");
}

void add_records(CLI::App& app, Words& words) {
    auto* import_app = app.add_subcommand("import", "import a file, all or nothing");
    import_app->add_option("what", words.kind, "menu, members, calendar, scheme, balances or uses")->required();
    import_app->add_option("file", words.file)->required();
    import_app->add_option("--priority", words.priority, "of a scheme: those with lower numbers come first")
        ->check(CLI::Range(0, 1'000'000));
    import_app->add_flag("--strict", words.is_strict, "refuse what would be imported with lines to look at");
    auto* enrol_app = app.add_subcommand("enrol", "let a device in: prints a code for 10 minutes");
    enrol_app->add_option("role", words.role, "till, kitchen or office")->required();
    auto* names = enrol_app->add_option_group("name")->require_option(1);
    names->add_option("--name", words.name, "of a new device");
    names->add_option("--again", words.again,
                      "a till enrolled before: it keeps id, letters, numbers; its old key ends");
    enrol_app->add_option("--letters", words.letters, "of a till's pickup numbers: one or two of A-Z without I, O, Q");
    app.add_subcommand("devices", "list the devices that are let in: id, role, name, claimed, last seen, connected");
    auto* revoke_app = app.add_subcommand("revoke", "shut a device out");
    revoke_app->add_option("device", words.name, "its name, or its id")->required();
    auto* schemes_app = app.add_subcommand("schemes", "scheme files");
    auto* test_app = schemes_app->add_subcommand("test", "run their worked cases");
    test_app->add_option("files", words.files)->required();
    schemes_app->require_subcommand(1);
}

void add_explain(CLI::App& app, ExplainWords& words) {
    auto* explain_app = app.add_subcommand("explain", "say why each step of each scheme gives what it gives");
    explain_app->add_option("--member", words.member, "the member's number")->required();
    explain_app->add_option("--date", words.date, "the business date, also a past one")->required();
    explain_app->add_option("--meal", words.meal, "breakfast, lunch or dinner")->required();
    explain_app->add_option("--order", words.order, "DISH[xN] or DISH@GRAMS, by number or name, with commas")
        ->required();
    explain_app->add_option("--mode", words.mode, "dine_in, takeaway or delivery");
    explain_app->add_option("--identified", words.identified, "card, code, face, number or manual");
    explain_app->add_option("--fee", words.fee, "of delivery, in fen");
    explain_app->add_option("--lang", words.language, "zh or en");
}

void add_money(CLI::App& app, Words& words) {
    auto* refund_app = app.add_subcommand("refund", "give money back for an order, also one that was handed over");
    refund_app->add_option("number", words.number, "its pickup number, A012")->required();
    refund_app->add_option("--date", words.date, "its business date, 2026-04-14")->required();
    refund_app->add_option("--line", words.lines, "LINExAMOUNT in portions or grams; without it all that is left");
    refund_app->add_option("--reason", words.reason, "guest_asked, wrong_entry, not_served, quality or correction");
}

void add_corrections(CLI::App& app, Words& words) {
    auto* proposed = app.add_subcommand("corrections", "list subsidies that facts entered since do not bear out");
    proposed->add_option("--member", words.number, "member number")->required();
    proposed->add_option("--from", words.date, "the first business date to look at, 2026-04-01")->required();
}

void add_accounts(CLI::App& app, Words& words) {
    auto* top_up = app.add_subcommand("topup", "money into a member's account");
    auto* pay_out = app.add_subcommand("payout", "principal back to its owner; of the bonus the same part lapses");
    for (auto* one : {top_up, pay_out}) {
        one->add_option("member", words.number, "member number")->required();
        one->add_option("yuan", words.yuan, "like 12.60")->required();
        one->add_option("--by", words.by, "cash, wechat, alipay, unionpay, ecny or bank");
        one->add_option("--reference", words.reference, "of the payment channel");
    }
    top_up->add_option("--bonus", words.bonus, "yuan the canteen adds");
    auto* transfer = app.add_subcommand("transfer", "an account into another record of the same person");
    transfer->add_option("from", words.number, "member number of the lost card")->required();
    transfer->add_option("to", words.to, "member number")->required();
    auto* deduct = app.add_subcommand("deduct", "in which order a member's means are taken");
    deduct->add_option("means", words.means, "bonus and principal, and allowance and points unless these go first")
        ->required()
        ->expected(2, 4);
}

void add_office(CLI::App& app, Words& words) {
    auto* office = app.add_subcommand(
        "office",
        "members, cards, employers, points, partners, claims: without words it says which; - is a line of the input");
    office->add_option("words", words.lines);
    office->add_option("--out", words.file, "a new file for what is a file");
    app.add_subcommand("json", "one frame of canteen.v1.json; a command is given anew each time, whatever its id")
        ->add_option("file", words.file)
        ->required();
}

void add_keeping(CLI::App& app, Words& words) {
    auto* verify_app = app.add_subcommand("verify", "check journal, tables, ledger and stock");
    verify_app->add_option("--anchor", words.anchor, "SEQ:HASH noted earlier");
    verify_app->add_option("--claim", words.claim, "a claim's file, held against the journal line by line");
    auto* rebuild_app = app.add_subcommand("rebuild", "make the tables anew from the journal");
    rebuild_app->add_option("file", words.file)->required();
    for (auto* one : {verify_app, rebuild_app})
        one->add_option("--scratch", words.scratch,
                        "where copies of the database go meanwhile (by default into --dir)");
    app.add_subcommand("restore", "put a backup in the place of a lost database")
        ->add_option("file", words.file)
        ->required();
    app.add_subcommand("backup", "copy the database as of one moment")->add_option("file", words.file)->required();
}

void add_claims(CLI::App& app, ClaimWords& words, PrintWords& print) {
    auto* claim_app = app.add_subcommand("claim", "what the payers owe");
    claim_app->require_subcommand(1);
    auto* draw_up_app = claim_app->add_subcommand("draw-up", "from the journal, meal by meal");
    draw_up_app->add_option("--payer", words.payer, "SCHEME/PAYER")->required();
    draw_up_app->add_option("--period", words.period, "a month, 2026-04, or a quarter, 2026Q2")->required();
    draw_up_app->add_option("--out", words.out, "the new file")->required();
    auto* print_app = claim_app->add_subcommand("print", "with the persons' names, as CSV files or a workbook");
    print_app->add_option("file", print.claim, "the claim's file")->required();
    print_app->add_option("--persons", print.persons, "the new file of one row a person")->required();
    print_app->add_option("--meals", print.meals, "the new file of one row a meal")->required();
    print_app->add_option("--workbook", print.workbook, "a new workbook (XLSX) of both");
}

int run_claims(const CLI::App& app, const Config& config, const Words& words) {
    if (app.got_subcommand("print")) return run_claim_print(config, words.print, std::cout);
    return run_claim(config, words.claims, std::cout);
}

int run(CLI::App& app, const Words& words) {
    auto chosen = app.get_subcommands().front()->get_name();
    if (chosen == "schemes") return test_schemes(words.files, std::cout);
    if (chosen == "init") return init(config_to_make(words), demo_time(words.demo_clock), std::cout);
    auto config = config_to_serve(words);
    if (chosen == "serve") return serve(config, demo_time(words.demo_clock), std::cout);
    if (chosen == "import")
        return import_file(config, words.kind, words.file, words.priority, std::cout, words.is_strict);
    if (chosen == "enrol" && !words.again.empty()) return enrol_again(config, words.role, words.again, std::cout);
    if (chosen == "enrol") return enrol(config, words.role, words.name, words.letters, std::cout);
    if (chosen == "explain") return explain_order(config, words.explain, std::cout);
    if (chosen == "devices") return devices(config, std::cout);
    if (chosen == "revoke") return revoke(config, words.name, std::cout);
    if (chosen == "claim") return run_claims(*app.get_subcommands().front(), config, words);
    if (chosen == "verify") return verify_database(config, words.anchor, words.claim, std::cout);
    if (chosen == "topup")
        return ask_account(config, {chosen, words.number, words.yuan, words.bonus, words.by, words.reference},
                           std::cout);
    if (chosen == "payout")
        return ask_account(config, {chosen, words.number, words.yuan, words.by, words.reference}, std::cout);
    if (chosen == "transfer") return ask_account(config, {chosen, words.number, words.to}, std::cout);
    if (chosen == "deduct") {
        std::vector<std::string> asked{chosen};
        asked.insert(asked.end(), words.means.begin(), words.means.end());
        return ask_account(config, asked, std::cout);
    }
    if (chosen == "corrections") return list_corrections_of(config, words.number, words.date, std::cout);
    if (chosen == "refund") return refund_order(config, words.date, words.number, words.reason, words.lines, std::cout);
    if (chosen == "office") return ask_office(config, with_lines_of(std::cin, words.lines), words.file, std::cout);
    if (chosen == "json") return ask_frame(config, text_of(words.file), std::cout);
    if (chosen == "rebuild") return rebuild_database(config, words.file, std::cout);
    if (chosen == "restore") return restore_database(config, words.file, std::cout);
    return backup_database(config, words.file, std::cout);
}

}  // namespace

int main(int argc, char** argv) {
    keep_memory_private();
    Words words;
    CLI::App app("The canteen's server");
    app.add_option("--dir", words.directory, "the canteen's directory")->envname("CANTEEN_DIR");
    app.require_subcommand(1);
    app.fallthrough();
    add_init(app, words);
    add_serve(app, words);
    add_records(app, words);
    add_explain(app, words.explain);
    add_money(app, words);
    add_corrections(app, words);
    add_accounts(app, words);
    add_office(app, words);
    add_keeping(app, words);
    add_claims(app, words.claims, words.print);
    try {
        auto typed = utf8_words({argv + 1, argv + argc}, terminal_encoding());
        std::reverse(typed.begin(), typed.end());  // as CLI11 wants them
        app.parse(std::move(typed));
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const TerminalError& error) {
        std::cerr << "canteen-server: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
    try {
        return run(app, words);
    } catch (const std::exception& error) {
        std::cerr << "canteen-server: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
