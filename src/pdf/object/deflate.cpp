#include "pdf/object/deflate.hpp"

#include <new>

namespace banxin::pdf {

namespace {

// Measured on the report and on 1,000 pages of prose: level 9 takes three times as long and saves 5 %.
constexpr int level = 6;

}  // namespace

Deflater::Deflater() {
  if (deflateInit(&stream_, level) != Z_OK) throw std::bad_alloc();
}

Deflater::~Deflater() { deflateEnd(&stream_); }

std::string Deflater::operator()(std::string_view data) {
  deflateReset(&stream_);
  std::string out;
  out.resize(deflateBound(&stream_, static_cast<uLong>(data.size())));
  // zlib's interface takes a pointer to non-const but does not write through it.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream_.avail_in = static_cast<uInt>(data.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out.data());
  stream_.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::bad_alloc();
  out.resize(stream_.total_out);
  out.shrink_to_fit();
  return out;
}

}  // namespace banxin::pdf
