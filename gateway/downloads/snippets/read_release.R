# Télécharge une diffusion et la lit. · Downloads a release and reads it.
#
# export CARREFOUR_TOKEN="$(npx carrefour token)"
# Rscript read_release.R partenaires-demo-1

hub <- Sys.getenv("CARREFOUR_URL", "http://127.0.0.1:4000")
given <- commandArgs(trailingOnly = TRUE)
release <- if (length(given) > 0) given[1] else "partenaires-demo-1"
path <- paste0(release, ".csv")

options(timeout = 3600)
download.file(
  paste0(hub, "/data/releases/", path),
  path,
  mode = "wb",
  quiet = TRUE,
  headers = c(Authorization = paste("Bearer", Sys.getenv("CARREFOUR_TOKEN")))
)

# « UTF-8-BOM » retire la marque d'ordre des octets. · It takes off the byte order mark.
records <- read.csv(path, fileEncoding = "UTF-8-BOM", na.strings = "", colClasses = "character")

cat(nrow(records), "fiches · records\n")
counts <- table(records$regionGroup)
cat(paste(names(counts), counts), sep = "\n")
