#include "pdf/finisher.hpp"

// Declares that qpdf's deprecated smart pointer is not used.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace banxin::pdf {

Finished finish(std::string file, const profile::Profile& profile) {
  Finished result;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("the document", file.data(), file.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setDecodeLevel(qpdf_dl_none);
    // Streams are already compressed; only the object streams that qpdf makes are not.
    writer.setCompressStreams(profile.object_streams);
    writer.setObjectStreamMode(profile.object_streams ? qpdf_o_generate : qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);  // ISO 19005-2, 6.1.7.1
    writer.setLinearization(profile.linearize);
    writer.forcePDFVersion(std::string(profile.pdf_version));
    writer.write();
    if (const auto warnings = pdf.getWarnings(); !warnings.empty()) {
      result.error = warnings.front().what();
      return result;
    }
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    result.bytes.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& fault) {
    result.error = fault.what();
  }
  return result;
}

}  // namespace banxin::pdf
