#include "canteen/files/claims/claim_xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>

#include "canteen/files/claims/memory_file.h"

namespace canteen {
namespace {

constexpr std::size_t meals_per_sheet = 1'000'000;  // a sheet ends at row 1,048,576
constexpr int milliseconds_per_second = 1'000;

// The library writes to files what it cannot keep in memory: they lie in memory too where the host has such a folder.
char* scratch_folder() {
    static std::string folder = "/dev/shm";
    std::error_code none;
    return std::filesystem::is_directory(folder, none) ? folder.data() : nullptr;
}

// The library's workbook; closed once.
class Book {
public:
    explicit Book(const std::string& path) {
        lxw_workbook_options options{};  // a newer library has more of them
        options.constant_memory = LXW_TRUE;
        options.tmpdir = scratch_folder();
        book_ = workbook_new_opt(path.c_str(), &options);
        if (!book_) throw std::runtime_error("no workbook can be made");
        yuan_ = workbook_add_format(book_);
        format_set_num_format(yuan_, "0.00");
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
    }
    ~Book() {
        if (book_) workbook_close(book_);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    // Fixed, else the library asks the clock and no print is like the one before.
    void set_created(Timestamp at) {
        lxw_doc_properties properties{};
        properties.created = static_cast<time_t>(at.ms / milliseconds_per_second);
        check(workbook_set_properties(book_, &properties));
    }
    lxw_worksheet* add_sheet(const std::string& name) {
        auto* sheet = workbook_add_worksheet(book_, name.c_str());
        if (!sheet) throw std::runtime_error("the workbook has no room for a sheet");
        return sheet;
    }
    void close() {
        auto* book = book_;
        book_ = nullptr;
        check(workbook_close(book));
    }
    lxw_format* yuan() const { return yuan_; }
    lxw_format* heading() const { return heading_; }

    static void check(lxw_error error) {
        if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("the workbook: ") + lxw_strerror(error));
    }

private:
    lxw_workbook* book_ = nullptr;
    lxw_format* yuan_ = nullptr;
    lxw_format* heading_ = nullptr;
};

// Writes a sheet cell by cell, row by row.
class SheetWriter {
public:
    SheetWriter(Book& book, const std::string& name, std::initializer_list<const char*> headings)
        : book_(book), sheet_(book.add_sheet(name)) {
        for (const char* heading : headings)
            Book::check(worksheet_write_string(sheet_, row_, column_++, heading, book_.heading()));
        worksheet_freeze_panes(sheet_, 1, 0);
    }

    void next_row() {
        ++row_;
        column_ = 0;
    }
    // A string whatever it begins with: a sheet's formula is another kind of cell.
    void text(const std::string& text) {
        if (!text.empty()) Book::check(worksheet_write_string(sheet_, row_, column_, text.c_str(), nullptr));
        ++column_;
    }
    void number(std::int64_t number) {
        Book::check(worksheet_write_number(sheet_, row_, column_++, static_cast<double>(number), nullptr));
    }
    // A workbook knows no other number than a double; this is the one place where fen become one. The nearest double is
    // written with 16 digits, which are the exact fen up to a hundred thousand million yuan.
    void yuan(Fen fen) {
        Book::check(
            worksheet_write_number(sheet_, row_, column_++, static_cast<double>(fen.value) / 100, book_.yuan()));
    }
    // Leaves the cell of another level than the payer's empty.
    void no_yuan() { ++column_; }

private:
    Book& book_;
    lxw_worksheet* sheet_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

enum class Level { city, district, street, other };

// Schemes name payers in English words; anyone else gets a column of their own.
Level level_of(const ClaimPayer& payer) {
    if (payer.payer == "city") return Level::city;
    if (payer.payer == "district") return Level::district;
    return payer.payer == "street" || payer.payer == "town" ? Level::street : Level::other;
}

void write_persons(Book& book, const ClaimPayer& payer, const std::vector<PrintedMeal>& meals) {
    SheetWriter sheet(book, "汇总",
                      {"序号",     "姓名",     "证件号(脱敏)", "人员类别", "户籍街道", "早餐次数", "午餐次数",
                       "晚餐次数", "餐费总额", "市补贴",       "区补贴",   "街道补贴", "其他补贴", "企业让利",
                       "个人自付", "送餐次数", "其中送餐补贴", "运营补贴", "经办",     "审核",     "盖章"});
    std::int64_t number = 0;
    for (const auto& person : printed_persons(meals)) {
        sheet.next_row();
        sheet.number(++number);
        for (const auto* text :
             {&person.first.name, &person.first.id_number, &person.first.categories, &person.first.hukou})
            sheet.text(*text);
        for (auto slot : meal_slots) sheet.number(person.meals.at(static_cast<std::size_t>(slot)));
        sheet.yuan(person.food);
        for (auto level : {Level::city, Level::district, Level::street, Level::other})
            level == level_of(payer) ? sheet.yuan(person.share) : sheet.no_yuan();
        sheet.yuan(person.waived);
        sheet.yuan(person.self_pay);
        sheet.number(person.deliveries);
        sheet.yuan(person.delivery);
        sheet.yuan(person.operating);
    }
}

void write_meal(SheetWriter& sheet, std::size_t number, const PrintedMeal& meal) {
    const auto& line = meal.line;
    sheet.next_row();
    sheet.number(static_cast<std::int64_t>(number));
    sheet.text(meal.name);
    sheet.text(meal.id_number);
    sheet.text(month_text(line.meal.date));
    sheet.text(to_string(line.meal.date));
    sheet.text(meal_word(line.meal.slot));
    sheet.text(minute_text(line.sold_at));
    sheet.text(meal.till);
    sheet.text(identified_word(line.identified));
    sheet.text(line.pickup.letters.empty() ? "" : to_string(line.pickup));
    for (auto fen : {meal.left.food, line.asked_before, line.share, meal.left.waived, meal.left.self_pay})
        sheet.yuan(fen);
}

// On as many sheets as they need.
void write_meals(Book& book, const std::vector<PrintedMeal>& meals) {
    for (std::size_t first = 0; first == 0 || first < meals.size(); first += meals_per_sheet) {
        auto name = "明细" + (first == 0 ? "" : std::to_string(first / meals_per_sheet + 1));
        SheetWriter sheet(book, name,
                          {"序号", "姓名", "证件号(脱敏)", "所属期", "用餐日期", "餐次", "时间", "终端", "验证方式",
                           "取餐号", "餐费", "前已申报", "申报补贴", "企业让利", "个人自付"});
        auto last = std::min(meals.size(), first + meals_per_sheet);
        for (auto i = first; i < last; ++i) write_meal(sheet, i + 1, meals[i]);
    }
}

}  // namespace

std::string claim_workbook(const ClaimPayer& payer, const ClaimPeriod& period, const std::vector<PrintedMeal>& meals) {
    MemoryFile file("claim");
    Book book(file.path());
    book.set_created(instant_at_site(period.last, {0}));
    write_persons(book, payer, meals);
    write_meals(book, meals);
    book.close();
    return file.bytes();
}

}  // namespace canteen
