@echo off
setlocal
title indikator-rules: pemeriksaan
set "PYTHON=%~dp0program\Scripts\python.exe"
set "HASIL=0"
if not exist "%PYTHON%" goto belum_dipasang
if "%~1"=="" goto tanpa_berkas

:berikutnya
if "%~1"=="" goto selesai
if exist "%~1\" goto folder
set "AKHIR=.xlsx"
if /i "%~x1"==".docx" set "AKHIR=.docx"
if /i "%~x1"==".docm" set "AKHIR=.docm"
if /i "%~x1"==".xlsm" set "AKHIR=.xlsm"
echo Memeriksa "%~nx1". Mohon tunggu.
"%PYTHON%" -c "from indikator_rules.cli import main; main()" periksa "%~1" --salinan "%~dpn1 - bertanda%AKHIR%" --catatan "%~dpn1 - catatan hasil reviu.docx" --html "%~dpn1 - laporan.html" >nul
set "KODE=%errorlevel%"
if "%KODE%"=="0" goto berhasil
if "%KODE%"=="1" goto berhasil
echo Tidak semuanya dapat diperiksa; baca pesan di atas.
echo.
set "HASIL=1"
shift /1
goto berikutnya

:berhasil
echo Selesai. Di samping dokumen itu sekarang ada:
echo   "%~n1 - bertanda%AKHIR%"
echo   "%~n1 - catatan hasil reviu.docx"
echo   "%~n1 - laporan.html"
echo.
start "" "%~dpn1 - laporan.html"
shift /1
goto berikutnya

:folder
echo "%~nx1" adalah folder. Seret berkasnya, boleh beberapa sekaligus.
echo.
set "HASIL=1"
shift /1
goto berikutnya

:selesai
pause
exit /b %HASIL%

:belum_dipasang
echo Program belum dipasang. Jalankan dahulu pasang.bat di folder ini.
pause
exit /b 1

:tanpa_berkas
echo Seret satu dokumen atau lebih ke berkas periksa.bat ini untuk memeriksanya.
echo Yang dapat dibaca antara lain Word, Excel, PDF, dan CSV.
pause
exit /b 1
