#include "tests/support/test_server.h"

namespace canteen::testing {

TestServer::TestServer(FakeStore& store, FakeCodec& codec, FakeClock& clock, std::size_t inbox_size)
    : store_(store),
      codec_(codec),
      clock_(clock),
      random_(store.rows().size() + 1),  // a restarted server gives new ids
      inbox_(inbox_size),
      writer_(store, store.load_start(test_site(), first_open_date(date_at_site(clock.now()))), Key{}),
      pump_(inbox_, writer_, store, clock_, random_) {
    auto picture = load_start_picture(store, writer_.state(), date_at_site(clock.now()));
    Post post = [this](std::function<void()> work) { posted_.push_back(std::move(work)); };
    ApplicationSettings settings{{test_host}, 200};
    settings.signing.emplace(Key{7});
    app_ = std::make_unique<Application>(std::move(settings), std::move(picture), codec, clock_, random_, inbox_, post);
}

void TestServer::step() {
    app_->on_committed(pump_.step());
    while (!posted_.empty()) {
        auto work = std::move(posted_.front());
        posted_.pop_front();
        work();
    }
}

Answer TestServer::ask(CommandBody body) {
    std::optional<Answer> told;
    app_->own().ask(std::move(body), [&told](const Answer& answer) { told = answer; });
    while (!told) step();
    return *told;
}

Caller TestServer::dial(const std::string& cookie, const std::string& origin, const std::string& host) {
    Caller caller;
    caller.port = std::make_unique<FakeSink>(codec_);
    Visitor visitor{"10.0.0.7", host, origin, cookie, Encoding::binary, host + ":8470", false};
    caller.session = app_->admit(visitor, *caller.port, caller.why_not);
    return caller;
}

Caller TestServer::connect(const FakeTill& till, std::vector<Cursor> feeds) {
    auto caller = dial();
    send(caller, till.hello(*caller.port->last<Challenge>(), test_host, std::move(feeds)));
    return caller;
}

Caller TestServer::connect_screen(Role role, const std::string& cookie, std::vector<Cursor> feeds) {
    auto caller = dial(cookie);
    Hello hello;
    hello.role = role;
    hello.feeds = std::move(feeds);
    send(caller, hello);
    return caller;
}

std::string TestServer::enrol_screen(Role role) {
    std::string code;
    app_->enrolment().enrol(role, "screen " + std::to_string(++screens_), "",
                            [&code](const auto& result) { code = std::get<Enrolment::Enrolled>(result).code; });
    step();  // takes in the code
    step();  // takes in the device
    HttpRequest request;
    request.method = "POST";
    request.target = "/enrol";
    request.host = test_host;
    request.body = "code=" + code;
    std::string cookie;
    app_->handle(request, [&cookie](const HttpReply& reply) { cookie = reply.set_cookie; });
    step();
    step();
    auto value = cookie.substr(cookie.find('=') + 1);
    return value.substr(0, value.find(';'));
}

}  // namespace canteen::testing
