@echo off
setlocal EnableDelayedExpansion
set "BARIS=!cmdcmdline!"
set "DISERET="
if defined BARIS if not "!BARIS:%~nx0=!"=="!BARIS!" set "DISERET=1"
setlocal DisableDelayedExpansion
title indikator-rules: pemeriksaan
set "PYTHON=%~dp0program\Scripts\python.exe"
set "HASIL=1"
if not exist "%PYTHON%" goto belum_dipasang
if "%~1"=="" goto tanpa_berkas
"%PYTHON%" "%~dp0periksa.py" %*
set "HASIL=%errorlevel%"
goto selesai

:belum_dipasang
echo Program belum dipasang. Jalankan dahulu pasang.bat di folder ini.
goto selesai

:tanpa_berkas
echo Seret satu dokumen atau lebih ke berkas periksa.bat ini untuk memeriksanya.
echo Yang dapat dibaca antara lain Word, Excel, PDF, dan CSV.
goto selesai

:selesai
pause
if defined DISERET exit %HASIL%
exit /b %HASIL%
