// The server without sockets, threads and a disk, driven by hand. One thread.
#pragma once

#include <deque>

#include "canteen/app/sessions/application.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_port.h"
#include "tests/support/fake_store.h"
#include "tests/support/fake_till.h"

namespace canteen::testing {

inline const std::string test_host = "canteen.test";

// A connection as the network side holds it.
struct Caller {
    std::unique_ptr<FakeSink> port;
    std::unique_ptr<SessionHandle> session;  // null: not admitted
    std::string why_not;
};

class TestServer {
public:
    // Starts from what the store holds, as a restart does.
    TestServer(FakeStore& store, FakeCodec& codec, FakeClock& clock, std::size_t inbox_size = max_waiting_submissions);

    // Lets the writer take one turn, and hands it over.
    void step();
    // Sends one command of the server's own and waits for its answer.
    Answer ask(CommandBody body);

    Caller dial(const std::string& cookie = "", const std::string& origin = "", const std::string& host = test_host);
    void send(Caller& caller, const ClientMessage& message) { caller.session->on_frame(codec_.frame_of(message)); }
    // Dials and says hello.
    Caller connect(const FakeTill& till, std::vector<Cursor> feeds = {});
    Caller connect_screen(Role role, const std::string& cookie, std::vector<Cursor> feeds = {});
    // Enrols a screen and returns its cookie.
    std::string enrol_screen(Role role);

    Application& app() { return *app_; }
    Inbox& inbox() { return inbox_; }
    const Writer& writer() const { return writer_; }

private:
    int screens_ = 0;
    FakeStore& store_;
    FakeCodec& codec_;
    HeldClock clock_;
    SeededRandom random_;
    Inbox inbox_;
    Writer writer_;
    WriterPump pump_;
    std::deque<std::function<void()>> posted_;
    std::unique_ptr<Application> app_;
};

}  // namespace canteen::testing
