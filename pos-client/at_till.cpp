#include <iostream>

#include "canteen/net/admin_client.h"
#include "canteen/texts/say.h"
#include "pos-client/commands.h"
#include "pos-client/service/till_service.h"
#include "pos-client/till_session.h"

namespace canteen::till {
namespace {

// It may have done all of it, part of it or nothing.
int say_gone(Language language) {
    std::cerr << say("till.service_gone", {}, language) << "\n";
    return exit_failed;
}

int through_service(const std::string& socket, const AskedCommand& asked, Language language) {
    std::string text;
    try {
        text = ask_admin(socket, to_request(asked));
    } catch (const AdminError&) {
        return say_gone(language);
    }
    const auto reply = read_command_reply(text);
    if (!reply) return say_gone(language);
    std::cout << reply->out << std::flush;
    std::cerr << reply->err << std::flush;
    return reply->exit_code;
}

}  // namespace

int at_till(Chosen chosen, const AskedCommand& asked) {
    const auto socket = service_socket_in(chosen.directory).string();
    if (admin_listens(socket)) return through_service(socket, asked, chosen.language);
    const Streams streams{std::cout, std::cerr};
    if (const auto code = chosen.command->without_till(chosen.directory, chosen.language, streams)) return *code;
    return run_alone(std::move(chosen.command), chosen.directory, chosen.language, streams);
}

}  // namespace canteen::till
