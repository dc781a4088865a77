// The interface to a PDF library: indirect objects, page tree, cross-reference table. The caller writes the bodies.
#pragma once

#include <memory>
#include <string>

#include "pdf/object/syntax.hpp"

namespace banxin::pdf {

/// Objects are numbered in the order in which they are allocated. `entries` are those of a dictionary, without
/// << and >>. Errors of the library throw std::runtime_error; after that the object must not be used.
class ObjectWriter {
 public:
  virtual ~ObjectWriter() = default;

  /// A number for a dictionary or stream whose body follows later; every allocated object must get one.
  virtual Ref allocate() = 0;
  /// The next page of the page tree, in reading order.
  virtual Ref add_page() = 0;

  virtual void dictionary(Ref ref, std::string entries) = 0;
  /// `data` is already encoded; `entries` name its /Filter, never its /Length.
  virtual void stream(Ref ref, std::string entries, std::string data) = 0;
  /// `entries` without /Type, /Parent and /Contents.
  virtual void page(Ref page, std::string entries, std::string content_entries, std::string contents) = 0;
  /// `entries` without /Type and /Pages.
  virtual void catalog(std::string entries) = 0;
  virtual void information(std::string entries) = 0;

  /// The bytes of the file. Throws std::length_error above 2 GiB, where offsets no longer fit.
  virtual std::string finish() = 0;
};

/// An implementation with libharu, for a new document.
std::unique_ptr<ObjectWriter> make_haru_writer();

}  // namespace banxin::pdf
