// The only file that includes libharu. The library provides the page tree, object numbers, the cross-reference table
// and the trailer; bodies are written through write functions of dictionaries, so that its limits on arrays, strings
// and numbers do not apply. Low-level calls do not invoke the error handler, so each result is checked.
#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_consts.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

#include "pdf/object/object_writer.hpp"

namespace banxin::pdf {

namespace {

constexpr HPDF_UINT32 number_mask = 0x00FFFFFF;  // object number inside libharu's obj_id
constexpr std::size_t largest_file = 0x7FFFFFFF;
constexpr HPDF_UINT pages_per_node = 128;  // a flat tree would end at 32,767 pages

struct Body {
  HPDF_Dict dictionary = nullptr;
  std::string entries, data;
  std::size_t read = 0;  // position of the stream's reader
  bool written = false;
};

class HaruWriter final : public ObjectWriter {
 public:
  HaruWriter() {
    document_ = HPDF_New(nullptr, this);
    if (!document_) throw std::bad_alloc();
    try {
      start();
    } catch (...) {
      HPDF_Free(document_);
      throw;
    }
  }
  ~HaruWriter() override { HPDF_Free(document_); }
  HaruWriter(const HaruWriter&) = delete;
  HaruWriter& operator=(const HaruWriter&) = delete;

  Ref allocate() override {
    const HPDF_Dict dictionary = present(HPDF_Dict_New(document_->mmgr));
    check(HPDF_Xref_Add(document_->xref, dictionary));
    return adopt(dictionary);
  }

  Ref add_page() override {
    const HPDF_Page page = present(HPDF_AddPage(document_));
    // The page has A4 and a resource dictionary by default; the entries replace them.
    check(HPDF_Dict_RemoveElement(page, "MediaBox"));
    check(HPDF_Dict_RemoveElement(page, "Resources"));
    return adopt(page);
  }

  void dictionary(Ref ref, std::string entries) override { fill(ref, std::move(entries)); }

  void stream(Ref ref, std::string entries, std::string data) override {
    Body& body = fill(ref, std::move(entries));
    body.data = std::move(data);
    const HPDF_Number length = present(HPDF_Number_New(document_->mmgr, 0));
    check(HPDF_Xref_Add(document_->xref, length));
    check(HPDF_Dict_Add(body.dictionary, "Length", length));
    read_from(body);
  }

  void page(Ref page, std::string entries, std::string content_entries, std::string contents) override {
    const HPDF_Dict dictionary = fill(page, std::move(entries)).dictionary;
    const auto stream = static_cast<HPDF_Dict>(present(HPDF_Dict_GetItem(dictionary, "Contents", HPDF_OCLASS_DICT)));
    const Ref ref = adopt(stream);  // bodies_ may move
    HPDF_Stream_Free(stream->stream);
    stream->stream = nullptr;
    // The drawing state of the page keeps a second pointer to the freed stream.
    static_cast<HPDF_PageAttr>(dictionary->attr)->stream = nullptr;
    Body& content = fill(ref, std::move(content_entries));
    content.data = std::move(contents);
    read_from(content);
  }

  void catalog(std::string entries) override { fill(adopt(document_->catalog), std::move(entries)); }

  void information(std::string entries) override {
    // libharu writes its name here.
    check(HPDF_Dict_RemoveElement(document_->info, "Producer"));
    fill(adopt(document_->info), std::move(entries));
  }

  std::string finish() override {
    document_->stream = present(HPDF_CallbackWriter_New(document_->mmgr, write_output, this));
    const HPDF_STATUS status = HPDF_SaveToStream(document_);
    if (output_.size() > largest_file) throw std::length_error("PDF above 2 GiB");
    check(status);
    return std::move(output_);
  }

 private:
  void start() {
    check(HPDF_SetPagesConfiguration(document_, pages_per_node));
    // The list grows by a constant number of entries: by default so few that adding n objects takes n² time.
    document_->xref->entries->items_per_block = 65536;
    document_->pdf_version = HPDF_VER_17;
  }

  void check(HPDF_STATUS status) const {
    if (status == HPDF_OK && HPDF_GetError(document_) == HPDF_OK) return;
    throw std::runtime_error("libharu error " + std::to_string(status != HPDF_OK ? status : HPDF_GetError(document_)) +
                             "/" + std::to_string(HPDF_GetErrorDetail(document_)));
  }

  template <class Pointer>
  Pointer present(Pointer pointer) const {
    check(HPDF_OK);
    if (!pointer) throw std::runtime_error("libharu returned a null pointer");
    return pointer;
  }

  Ref adopt(HPDF_Dict dictionary) {
    const std::uint32_t number = dictionary->header.obj_id & number_mask;
    if (bodies_.size() <= number) bodies_.resize(number + 1);
    bodies_[number].dictionary = dictionary;
    return {number};
  }

  Body& fill(Ref ref, std::string entries) {
    Body& body = bodies_[ref.number];
    body.entries = std::move(entries);
    body.dictionary->write_fn = write_entries;
    body.dictionary->after_write_fn = release;
    return body;
  }

  void read_from(Body& body) {
    // The callback finds its body by number, since bodies_ may still grow.
    body.dictionary->stream = present(
        HPDF_CallbackReader_New(document_->mmgr, read_data, seek_data, tell_data, size_of_data, body.dictionary));
    body.dictionary->filter = HPDF_STREAM_FILTER_NONE;
  }

  static Body& body_of(HPDF_Dict dictionary) {
    auto* writer = static_cast<HaruWriter*>(dictionary->error->user_data);
    return writer->bodies_[dictionary->header.obj_id & number_mask];
  }
  static Body& body_of(HPDF_Stream stream) { return body_of(static_cast<HPDF_Dict>(stream->attr)); }

  static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    Body& body = body_of(dictionary);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body.entries.data()),
                             static_cast<HPDF_UINT>(body.entries.size()));
  }

  // Each body is written once: its memory is needed for the output.
  static HPDF_STATUS release(HPDF_Dict dictionary) {
    Body& body = body_of(dictionary);
    body.entries = {};
    body.data = {};
    return HPDF_OK;
  }

  static HPDF_STATUS read_data(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size) {
    Body& body = body_of(stream);
    const std::size_t rest = body.data.size() - body.read;
    const std::size_t count = std::min<std::size_t>(rest, *size);
    std::memcpy(to, body.data.data() + body.read, count);
    body.read += count;
    *size = static_cast<HPDF_UINT>(count);
    return body.read == body.data.size() ? HPDF_STREAM_EOF : HPDF_OK;
  }
  static HPDF_STATUS seek_data(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode) {
    body_of(stream).read = static_cast<std::size_t>(position);
    return HPDF_OK;
  }
  static HPDF_INT32 tell_data(HPDF_Stream stream) { return static_cast<HPDF_INT32>(body_of(stream).read); }
  static HPDF_UINT32 size_of_data(HPDF_Stream stream) { return static_cast<HPDF_UINT32>(body_of(stream).data.size()); }

  static HPDF_STATUS write_output(HPDF_Stream stream, const HPDF_BYTE* from, HPDF_UINT size) {
    std::string& output = static_cast<HaruWriter*>(stream->attr)->output_;
    if (output.size() + size > largest_file) {
      output.resize(largest_file + 1);
      return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
    }
    // Exceptions must not cross the library's C frames.
    try {
      output.append(reinterpret_cast<const char*>(from), size);
    } catch (const std::bad_alloc&) {
      return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
    }
    return HPDF_OK;
  }

  HPDF_Doc document_ = nullptr;
  std::vector<Body> bodies_;
  std::string output_;
};

}  // namespace

std::unique_ptr<ObjectWriter> make_haru_writer() { return std::make_unique<HaruWriter>(); }

}  // namespace banxin::pdf
