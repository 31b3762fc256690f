#include "canteen/files/disk_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "canteen/domain/base/operator_error.h"

namespace canteen {
namespace {

class DiskFile : public testing::Test {
protected:
    DiskFile() { std::filesystem::remove(path_); }
    ~DiskFile() override { std::filesystem::remove(path_); }

    const std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("disk_file_test." + std::to_string(::getpid()));
};

TEST_F(DiskFile, IsReadAsItWasWritten) {
    const std::string bytes("a\0\r\n\xff", 5);
    write_new(path_, bytes);
    EXPECT_EQ(read_whole(path_, bytes.size()).value(), bytes);
}

TEST_F(DiskFile, IsNeitherReadIfLargerNorIfMissing) {
    EXPECT_EQ(to_string(read_whole(path_, 5).error()), "cannot be opened");
    write_new(path_, "123456");
    EXPECT_EQ(to_string(read_whole(path_, 5).error()), "larger than 5 bytes");
    EXPECT_EQ(to_string(read_whole(std::filesystem::temp_directory_path(), 5).error()), "cannot be opened");
}

TEST_F(DiskFile, IsNeverWrittenOver) {
    write_new(path_, "first");
    EXPECT_THROW(write_new(path_, "second"), OperatorError);
    EXPECT_EQ(read_whole(path_, 5).value(), "first");
}

}  // namespace
}  // namespace canteen
