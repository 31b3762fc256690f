#include "canteen/cli/office_commands.h"

#include "canteen/admin/office_replies.h"
#include "canteen/cli/account_words.h"
#include "canteen/cli/office_answers.h"
#include "canteen/cli/office_errands.h"
#include "canteen/files/cells.h"
#include "canteen/files/disk_file.h"
#include "canteen/texts/say.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {
namespace {

// Strips the text's own line end, so that it prints as one line.
AdminText as_line(std::variant<Document, AdminText> told) {
    if (auto* why = std::get_if<AdminText>(&told)) return std::move(*why);
    auto text = std::move(std::get<Document>(told).bytes);
    if (text.ends_with('\n')) text.pop_back();
    return {true, std::move(text)};
}

// Says which words are wrong in the language that was asked for, without the code around them.
std::string why_not_explained(const Rejection& why, Language language) {
    if (why.code == RejectionCode::member_unknown) return say("refused.member_unknown", {}, language);
    if (why.code == RejectionCode::text_invalid && !why.params.empty()) return why.params.front().value;
    return describe(why);
}

bool is_yes(const ServerMessage& frame) {
    if (const auto* answer = std::get_if<Answer>(&frame)) return std::holds_alternative<Committed>(answer->outcome);
    const auto* told = std::get_if<QueryReply>(&frame);
    return !told || !std::holds_alternative<Rejection>(told->result);
}

}  // namespace

int explain_order(const Config& config, const ExplainWords& words, std::ostream& out) {
    const auto read = read_explain(words);
    if (const auto* wrong = std::get_if<std::string>(&read)) return say({false, *wrong}, out);
    auto told = OfficeClient(config).result_of(ExplainOrder{words.member, words.date, words.meal, words.order,
                                                            words.mode, words.fee, words.language, words.identified});
    if (const auto* why = std::get_if<AdminText>(&told)) return say(*why, out);
    const auto& result = std::get<QueryResult>(told);
    if (const auto* why = std::get_if<Rejection>(&result))
        return say({false, why_not_explained(*why, std::get<ExplainRequest>(read).language)}, out);
    if (const auto* text = std::get_if<Document>(&result)) return say(as_line(*text), out);
    throw AdminError("the server replied with something else");
}

int refund_order(const Config& config, const std::string& date, const std::string& number, const std::string& reason,
                 const std::vector<std::string>& lines, std::ostream& out) {
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : ",") + line;
    OfficeClient office(config);
    return say(refund(office, {date, number, reason, all}), out);
}

int ask_account(const Config& config, const std::vector<std::string>& words, std::ostream& out) {
    OfficeClient office(config);
    auto command = account_command(words, book_of(office));
    if (!command) return say({false, "unknown request '" + words.front() + "'"}, out);
    if (auto* why = std::get_if<std::string>(&*command)) return say({false, std::move(*why)}, out);
    return say(office.tell(std::get<CommandBody>(*std::move(command)), "booked"), out);
}

int list_corrections_of(const Config& config, const std::string& number, const std::string& from, std::ostream& out) {
    const auto date = parse_date(from);
    if (!date) return say({false, "the date must be like 2026-04-14"}, out);
    OfficeClient office(config);
    const auto member = office.member_of_number(number);
    if (member.is_nil()) return say({false, "no member has that number"}, out);
    return say(as_line(office.ask<Document>(ListCorrections{member, *date})), out);
}

std::vector<std::string> with_lines_of(std::istream& in, std::vector<std::string> words) {
    for (auto& word : words) {
        if (word != "-" && !word.ends_with("=-")) continue;
        std::string line;
        if (!std::getline(in, line)) throw OperatorError("'-' stands for a line of the input, and there is none");
        if (line.ends_with('\r')) line.pop_back();
        word.replace(word.size() - 1, 1, line);
    }
    return words;
}

int ask_office(const Config& config, const std::vector<std::string>& words, const std::filesystem::path& out_file,
               std::ostream& out) {
    OfficeClient office(config);
    const auto reply = do_errand(office, words);
    if (!reply.ok || out_file.empty()) return say(reply, out);
    write_new(out_file, reply.text);
    out << "written to " << out_file.string() << "\n";
    return EXIT_SUCCESS;
}

int ask_frame(const Config& config, const std::string& json, std::ostream& out) {
    const ProtobufCodec codec;
    auto read = codec.decode_client(json, Encoding::json);
    if (const auto* why = std::get_if<Rejection>(&read)) return say({false, describe(*why)}, out);
    auto& message = std::get<ClientMessage>(read);
    if (const auto* query = std::get_if<UnreadableQuery>(&message)) return say({false, describe(query->why)}, out);
    const auto reply = OfficeClient(config).send(std::move(message));
    if (const auto* text = std::get_if<AdminText>(&reply)) return say(*text, out);
    const auto& frame = std::get<ServerMessage>(reply);
    return say({is_yes(frame), codec.encode_server(frame, Encoding::json)}, out);
}

}  // namespace canteen
