"""draw_pdfium.py MODULES SCALE FILE PREFIX: draws each page of a PDF with PDFium to PREFIX1.ppm, PREFIX2.ppm …, SCALE
pixels a point."""
import sys

modules, scale, file, prefix = sys.argv[1:]
sys.path.insert(0, modules)
import pypdfium2  # noqa: E402

for number, page in enumerate(pypdfium2.PdfDocument(file), 1):
    page.render(scale=float(scale)).to_pil().convert("RGB").save(f"{prefix}{number}.ppm")
