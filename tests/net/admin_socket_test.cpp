// Subcommands ask the running server over its Unix socket.
#include "canteen/net/admin_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <future>
#include <thread>

#include "canteen/net/admin_client.h"
#include "canteen/net/admin_frame.h"
#include "canteen/net/io_loop.h"

namespace canteen {
namespace {

class AdminServer {
public:
    AdminServer(const std::string& path, AdminSocket::Handler handler)
        : socket_(std::make_unique<AdminSocket>(loop, path, std::move(handler))), thread_([this] { loop.run(); }) {}
    ~AdminServer() {
        loop.post([this] {
            socket_.reset();
            loop.stop();
        });
        thread_.join();
    }
    IoLoop loop;

private:
    std::unique_ptr<AdminSocket> socket_;
    std::thread thread_;
};

class AdminSocketTest : public ::testing::Test {
protected:
    AdminSocketTest() {
        std::string name = (std::filesystem::temp_directory_path() / "canteen-admin-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        path_ = folder_ + "/admin.sock";
    }
    ~AdminSocketTest() override { std::filesystem::remove_all(folder_); }
    std::string folder_;
    std::string path_;
};

void echo(std::string request, std::uint32_t, const std::function<void(std::string)>& reply) {
    reply("got " + std::move(request));
}

TEST_F(AdminSocketTest, answers_one_question_after_another) {
    AdminServer server(path_, echo);
    EXPECT_EQ(ask_admin(path_, "menu"), "got menu");
    EXPECT_EQ(ask_admin(path_, ""), "got ");
    EXPECT_EQ(ask_admin(path_, std::string(1'000'000, 'x')).size(), 1'000'004u);
}

TEST_F(AdminSocketTest, waits_for_an_answer_that_comes_later) {
    std::function<void(std::string)> later;
    std::promise<void> asked;
    AdminServer server(path_, [&](const std::string&, std::uint32_t, std::function<void(std::string)> reply) {
        later = std::move(reply);
        asked.set_value();
    });
    auto answer = std::async(std::launch::async, [this] { return ask_admin(path_, "backup"); });
    asked.get_future().get();
    server.loop.post([&] { later("done"); });
    EXPECT_EQ(answer.get(), "done");
}

TEST_F(AdminSocketTest, is_open_to_its_own_user_only) {
    AdminServer server(path_, echo);
    struct stat status{};
    ASSERT_EQ(::stat(path_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0600u);
}

TEST_F(AdminSocketTest, turns_away_another_user) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    AdminServer server(path_, echo);
    ASSERT_EQ(::chmod(folder_.c_str(), 0755), 0);
    ASSERT_EQ(::chmod(path_.c_str(), 0666), 0) << "so that it is not the file's mode that refuses";
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setuid(65534) != 0) ::_exit(3);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path_.copy(address.sun_path, sizeof address.sun_path - 1);
        if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) ::_exit(2);
        const char question[] = {0, 0, 0, 1, 'x'};
        char answer = 0;
        ::send(fd, question, sizeof question, MSG_NOSIGNAL);
        ::_exit(::recv(fd, &answer, 1, 0) > 0 ? 1 : 0);
    }
    int result = 0;
    ::waitpid(child, &result, 0);
    EXPECT_EQ(WEXITSTATUS(result), 0) << "1: it was answered, 2: it could not connect";
}

TEST_F(AdminSocketTest, refuses_what_is_too_large) {
    AdminServer server(path_, echo);
    EXPECT_THROW(ask_admin(path_, std::string(max_admin_bytes + 1, 'x')), AdminError);

    // A client that does not count its bytes is hung up on.
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const auto length = encode_admin_length(max_admin_bytes + 1);
    ASSERT_EQ(::send(fd, length.data(), length.size(), MSG_NOSIGNAL), 4);
    char answer = 0;
    EXPECT_EQ(::recv(fd, &answer, 1, 0), 0);
    ::close(fd);
}

TEST_F(AdminSocketTest, says_when_no_server_is_there) {
    EXPECT_FALSE(admin_listens(path_));
    EXPECT_THROW(ask_admin(path_, "menu"), AdminError);
    {
        AdminServer gone(path_, echo);
    }
    EXPECT_FALSE(std::filesystem::exists(path_)) << "a server that ends takes its socket with it";
}

TEST_F(AdminSocketTest, takes_a_dead_servers_place_and_leaves_a_living_one_its_own) {
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(dead);

    AdminServer server(path_, echo);
    EXPECT_EQ(ask_admin(path_, "menu"), "got menu");
    IoLoop loop;
    EXPECT_THROW(AdminSocket(loop, path_, echo), std::runtime_error);
    EXPECT_EQ(ask_admin(path_, "menu"), "got menu");
}

}  // namespace
}  // namespace canteen
